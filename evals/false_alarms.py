"""False alarms: pages of everyday news that are not about violence, and yet yield a violent event.

A page counts where title and hand-cleaned body hold at most one word that starts with a stem of `violence_stems.txt`
(the shortest as whole words): sport, business, culture, science, with their "fights", "shots" and "battles". No reading
of ours takes part in that choice. It is an alarm where its HTML yields an ASSAULT, PROTEST or COERCE event. Right is
silence; nothing comparable is published. The other pages' events are written out as cases and not scored: no gold says
which of them are right.
"""

from __future__ import annotations

import re
from pathlib import Path

from dateline.model import Issue

from .arithmetic import share
from .frame import Case, Measure, Outcome, Scorer, rows_of
from .reads import read_paths, records

STEMS = Path(__file__).with_name("violence_stems.txt")
WHOLE = ("war", "wars", "army", "coup", "gun", "rape", "strike")
AT_MOST = 1
"""Words of violence in passing do not make a page one about violence."""
ALARMS = ("ASSAULT", "PROTEST", "COERCE")
GOAL = 0.97


def score(paths: tuple[Path, ...]) -> Outcome:
    """The share of pages without a word of violence that stay silent."""
    rows_path, _ = paths
    violent, cases = _violent(), []
    for row in rows_of(rows_path):
        page = rows_path.parent / row["page"]
        reading = next(iter(read_paths([page])))
        words = violent.findall(f"{row['title']}\n{row['articleBody']}")
        measure = "not about violence" if len(words) <= AT_MOST else "other"
        found = [
            [r["type"], r.get("mode"), r["modality"], r["evidence"][0]["exact"][:160] if r["evidence"] else ""]
            for r in records(reading)
            if r["type"] in ALARMS
        ]
        case = Case(id=row["id"], measure=measure, right=not found, gold=row["title"], found=found)
        if isinstance(reading, Issue):
            case["cause"] = f"refused: {reading.code}"
        elif found:
            case["cause"] = found[0][0]
        cases.append(case)
    silent = [c["right"] for c in cases if c["measure"] == "not about violence"]
    return Outcome(
        (Measure("not about violence, silent", share(silent), len(silent), goal=GOAL),),
        tuple(cases),
    )


def _violent() -> re.Pattern[str]:
    stems = STEMS.read_text(encoding="utf-8").split()
    return re.compile(r"\b(?:" + "|".join(rf"{s}\b" if s in WHOLE else rf"{s}\w*" for s in stems) + ")", re.I)


SCORERS = (Scorer("false_alarms", ("aed_news2023.jsonl", "pages/aed_news2023"), score),)
