# Everything runs in .venv, which the first target makes. `make demo` is the place to start.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OWN := src tests evals bench docs training

.PHONY: help install demo test check evals docs lock clean

help:
	@echo "make demo    read the sample pages and show what they report"
	@echo "make test    run the tests"
	@echo "make check   format, lint, types, dependency law, documentation"
	@echo "make evals   measure quality, and print the table"
	@echo "make docs    generate the reference pages anew"
	@echo "make lock    write constraints.txt from a fresh environment"
	@echo "make clean   remove what can be made again"

install: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --editable '.[dev]'
	@touch $@

demo: install
	@PATH="$(CURDIR)/$(BIN):$$PATH" bash samples/demo.sh

test: install
	$(BIN)/python -m pytest

check: install
	$(BIN)/ruff format --check $(OWN)
	$(BIN)/ruff check $(OWN)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest tests/surface

evals: install
	$(BIN)/python -m evals

docs: install
	$(BIN)/python docs/generate.py

lock:
	@set -e; fresh=$$(mktemp -d); trap 'rm -rf "$$fresh"' EXIT; \
	$(PYTHON) -m venv "$$fresh"; \
	"$$fresh/bin/python" -m pip install --quiet --disable-pip-version-check '.[dev]'; \
	{ echo "# Exact versions that \`make lock\` found to work together; pip installs with -c constraints.txt."; \
	  "$$fresh/bin/python" -m pip freeze --exclude dateline | sort -f; } > constraints.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache build dist
