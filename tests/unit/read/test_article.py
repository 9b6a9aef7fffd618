"""Whole pages: scraped text, HTML and rows, each to its article or the issue that says why not."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from dateline.fetch import page_of
from dateline.fetch.rows import row_page
from dateline.knowledge.reading import reading_rules
from dateline.model import Article, Issue, Page
from dateline.read import article
from dateline.read.language import language_of

LATEST = date(2026, 6, 1)
RULES = reading_rules()
BODY = (
    "Gunmen in pickup trucks attacked a customs post near the river crossing before dawn on Tuesday, officials said.",
    "Two guards were wounded and the attackers fled north with a vehicle, the governor told reporters in the town.",
    "No group has said that it was behind the attack, the third on the road since the rains ended.",
)
SCRAPED = "\n\n".join(
    (
        "Skip to content",
        "Menu",
        "Customs post attacked near the border river",
        "By Ana Example",
        "File photo: the crossing in quieter days.",
        *BODY,
        "Share this article",
        "Related stories",
        "Bridge reopens after a month of repairs",
        "Sign up for our newsletter",
        "Get the week in one letter, delivered to your inbox every Friday.",
    )
)
MARKUP = f"""<!DOCTYPE html><html lang="en"><head><title>Customs post attacked | Example Gazette</title>
<meta property="og:site_name" content="Example Gazette"><meta name="author" content="Ana Example">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Customs post attacked near the border river",
"datePublished": "2024-03-05T06:10:00Z"}}</script></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Customs post attacked near the border river</h1>{"".join(f"<p>{each}</p>" for each in BODY)}</article>
<aside class="related"><a href="/x">Bridge reopens after a month of repairs</a></aside>
<footer>© 2024 Example Gazette</footer></body></html>"""


def page(text: str, **about: str) -> Page:
    found = page_of(text.encode(), source=about.pop("source", "page"), given=about)
    assert isinstance(found, Page)
    return found


def row(**fields: str) -> Page:
    found = row_page(json.dumps(fields).encode(), item="rows:1", given={})
    assert isinstance(found, Page)
    return found


def read(given: Page) -> Article:
    found = article(given, rules=RULES, latest=LATEST)
    assert isinstance(found, Article), found
    return found


def refusal(given: Page) -> str:
    found = article(given, rules=RULES, latest=LATEST)
    assert isinstance(found, Issue)
    return found.code


def test_scraped_text_keeps_title_and_body_and_drops_the_rest_with_reasons() -> None:
    found = read(page(SCRAPED))
    assert found.title == "Customs post attacked near the border river"
    assert found.body == "\n\n".join(BODY)
    assert found.text == f"{found.title}\n\n{found.body}"
    assert found.byline == "Ana Example"
    reasons = {block.text: block.reason for block in found.dropped}
    assert reasons["Skip to content"] == "navigation"
    assert reasons["By Ana Example"] == "byline"
    assert reasons["File photo: the crossing in quieter days."] == "photo credit"
    assert reasons["Bridge reopens after a month of repairs"] == "other stories"
    assert reasons["Get the week in one letter, delivered to your inbox every Friday."] == "sign-up"


@pytest.mark.parametrize("given", [page(SCRAPED), page(MARKUP), row(id="r", text=SCRAPED)], ids=["text", "html", "row"])
def test_spans_of_blocks_hold(given: Page) -> None:
    found = read(given)
    spanned = [block for block in found.blocks if block.start is not None]
    assert spanned
    assert all(found.text[block.start : block.end] == block.text for block in spanned)
    assert all(block.start is not None for block in found.blocks if block.kept)


def test_markup_gives_what_it_says_of_itself() -> None:
    found = read(page(MARKUP, source="https://gazette.example/2024/03/05/customs"))
    assert found.title == "Customs post attacked near the border river"
    assert found.body == "\n\n".join(BODY)
    assert found.outlet is not None
    assert (found.outlet.name, found.byline, found.language) == ("Example Gazette", "Ana Example", "en")
    assert found.published is not None
    assert (found.published.period.start, found.published.basis) == (date(2024, 3, 5), "JSON-LD")
    assert found.published.reliable
    reasons = {block.text: block.reason for block in found.dropped}
    assert reasons["Bridge reopens after a month of repairs"] == "other stories"
    assert reasons["© 2024 Example Gazette"] == "footer"


def test_row_text_stays_code_point_for_code_point_and_its_title_stands_after_it() -> None:
    text = "  Advertisement\n\n" + BODY[0] + " \r\n\n" + BODY[1] + "\u00a0\u200b"
    found = read(row(id="r", text=text, title="A title of its own", published="2024-03-05", outlet="Reuters"))
    assert found.text == f"{text}\n\nA title of its own"
    assert found.blocks[-1].kind == "title"
    assert [block.kept for block in found.blocks] == [False, True, True, True]
    assert found.published is not None
    assert (found.published.basis, found.published.reliable) == ("given", True)
    assert found.outlet is not None
    assert found.outlet.country == "GBR"


def test_row_title_that_is_a_line_of_the_text_is_not_put_again() -> None:
    text = f"Customs post attacked\n\n{BODY[0]}"
    found = read(row(id="r", text=text, title="Customs post attacked"))
    assert found.text == text
    assert found.blocks[0].kind == "title"


def test_one_sentence_is_an_article_without_a_title() -> None:
    found = read(row(id="r", text="Rebels seize the town of Example"))
    assert found.title is None
    assert found.body == "Rebels seize the town of Example"


def test_html_of_a_row_is_read_as_markup() -> None:
    assert read(row(id="r", html=MARKUP)).body == "\n\n".join(BODY)


def test_outlet_is_known_by_its_domain() -> None:
    found = read(page(SCRAPED, source="https://news.example.reuters.com/a"))
    assert found.outlet is not None
    assert found.outlet.name == "Reuters"


def test_same_page_gives_the_same_article_and_another_source_another_id() -> None:
    assert read(page(SCRAPED)) == read(page(SCRAPED))
    assert read(page(SCRAPED)).id != read(page(SCRAPED, source="other")).id


def test_refusals_name_their_code() -> None:
    assert refusal(page("<html><body><script>1</script></body></html>")) == "empty-page"
    wall = "<html><body><div><p>We and our 812 partners store and access information.</p><button>Accept</button></div>"
    assert refusal(page(wall)) == "consent-wall"
    assert refusal(page("Menu\n\nSearch\n\nShare")) == "no-text"
    german = "Bei einem Angriff auf einen Grenzposten sind am Dienstag zwei Soldaten verletzt worden, hieß es."
    assert refusal(page(german)) == "unsupported-language"


def test_date_after_the_fetch_is_rejected_and_kept_as_an_alternative() -> None:
    late = MARKUP.replace("2024-03-05T06", "2031-03-05T06")
    given = Page(
        id="0", source="https://gazette.example/2024/03/06/a", content=late.encode(), media_type="text/html",
        fetched=datetime(2024, 3, 7, tzinfo=UTC),
    )  # fmt: skip
    published = read(given).published
    assert published is not None
    assert (published.period.start, published.basis) == (date(2024, 3, 6), "URL")
    assert "2031-03-05" in published.alternatives[0]


def test_month_given_is_a_month_and_words_given_are_no_day() -> None:
    month = read(page(SCRAPED, published="2024-03")).published
    assert month is not None
    assert (month.period.precision, month.period.end, month.basis) == ("month", date(2024, 3, 31), "given")
    assert read(page(SCRAPED, published="recently")).published is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("DELTA COMMAND\n\nNo. 2011-09-D-045\n\nBASRA, Iraq (Sept. 19) – ", date(2011, 9, 19)),
        ("DELTA COMMAND\n\nNo. 2011-08-D-045\n\nBASRA, Iraq (Sept. 19) – ", None),
        ("DELTA COMMAND\n\nBASRA, Iraq (Nov. 7, 2011)\n\n", date(2011, 11, 7)),
        ("DELTA COMMAND\n\nBASRA, Iraq (Nov. 7. 2011)\n\n", date(2011, 11, 7)),
        ("DELTA COMMAND\u2028\u2028BASRA, Iraq (Nov. 7, 2011)\u2028", date(2011, 11, 7)),
    ],
    ids=["numbered release", "number of another month", "line of its own", "a point for a comma", "other line breaks"],
)
def test_datelines_of_releases(head: str, expected: date | None) -> None:
    found = article(row(id="r", text=head + " ".join(BODY)), rules=RULES, latest=LATEST)
    assert isinstance(found, Article)
    by_dateline = found.published is not None and found.published.basis == "dateline"
    assert (found.published.period.start if found.published and by_dateline else None) == expected
    assert found.title is None or "BASRA" not in found.title


def test_no_page_comes_out_before_the_last_day_it_dates() -> None:
    text = "Raids went on.\n\nOn 5 May 2021 a depot burned, the mayor said.\n\nA second burned on 9 May 2021, he said."
    found = article(row(id="r", text=text, language="en"), rules=RULES, latest=LATEST)
    assert isinstance(found, Article)
    assert found.published is not None
    assert found.published.period.start == date(2021, 5, 9)


def test_a_line_of_foreign_names_in_english_is_read() -> None:
    line = "A bomb exploded in Potrerito, a suburb of Jamundí."
    assert language_of(line, expected=RULES.languages, telltale=RULES.telltale) == "en"
    czech = "V obci Horní Lhota u Jihlavy hořel v pondělí sklad."
    assert language_of(czech, expected=RULES.languages, telltale=RULES.telltale) != "en"
