#!/usr/bin/env bash
# Reads the sample pages into a ledger of its own, shows what they report, and says what to try next.
set -uo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export DATELINE_LEDGER="$folder/demo.db"

say() { printf '\n\033[1m%s\033[0m\n\n' "$1"; }
[ -t 1 ] || say() { printf '\n%s\n\n' "$1"; }
acts=(--type ASSAULT --type COERCE --type PROTEST --type RETREAT)

say "Reading the sample pages: invented outlets, real places. Two are in languages that are not read yet."
dateline add samples/pages
[ $? -le 1 ] || exit 1

say "What happened, latest first: dateline incidents --modality actual ${acts[*]}"
dateline incidents --modality actual "${acts[@]}"

most=$(dateline incidents --modality actual "${acts[@]}" --format jsonl | python3 -c '
import json, sys
incidents = [json.loads(line) for line in sys.stdin]
if incidents:
    print(max(incidents, key=lambda i: (i["standing"] == "disputed", len(i["articles"])))["incident_id"][:6])
')
if [ -n "$most" ]; then
  say "Who says so, in which words: dateline show $most"
  dateline show "$most"
fi

say "Try next"
cat <<'NEXT'
  . .venv/bin/activate
  dateline read samples/pages --why                  the words and rule behind every value
  dateline read YOUR_PAGE.html                       a page of your own: file, folder, URL or "-"
  dateline add samples/pages                         keep them in dateline.db
  dateline incidents --standing disputed             what sources do not agree on
  dateline export --as geojson --output events.geojson
  dateline --help
NEXT
