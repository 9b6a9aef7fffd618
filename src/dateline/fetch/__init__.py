"""Brings pages in: files, folders, globs, standard input, gzip, JSONL rows and URLs."""

from dateline.fetch.content import page_of
from dateline.fetch.http import from_url
from dateline.fetch.pages import SUFFIXES, from_file, pages
from dateline.fetch.rows import from_rows

__all__ = ["SUFFIXES", "from_file", "from_rows", "from_url", "page_of", "pages"]
