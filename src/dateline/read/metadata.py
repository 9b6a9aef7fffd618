"""What a page's markup says of itself: title, outlet, byline, language and dates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from dateline.model.article import Outlet
from dateline.model.reading import ReadingRules
from dateline.model.record import Record
from dateline.read.decoding import cleaned, unescaped
from dateline.read.pieces import one_line

_STORY = ("newsarticle", "article", "reportagenewsarticle", "blogposting", "analysisnewsarticle", "liveblogposting")
_TITLE_TAIL = re.compile(r"\s+(?:[|»›·•]|[-–—])\s+([^|»›·•]{2,60})$")
_BROKEN_FIELD = re.compile(r'"(datePublished|headline)"\s*:\s*"((?:[^"\\]|\\.){4,400})"')


class Said(Record, frozen=True, kw_only=True):
    """What the markup says, each value as it stands there."""

    title: str | None = None
    site: str | None = None
    byline: str | None = None
    language: str | None = None
    canonical: str | None = None
    ld_published: str | None = None
    ld_modified: str | None = None
    meta_published: tuple[tuple[str, str], ...] = ()
    """Name of the meta element and its content, in page order."""


def said_by(tree: Any) -> Said:
    """The values that JSON-LD, meta elements and headings of an lxml tree give."""
    story = _story(tree)
    metas = _metas(tree)
    heading = _heading(tree, metas)
    return Said(
        title=_first(_words(story.get("headline")), heading, metas.get("og:title"), _title_element(tree)),
        site=_first(metas.get("og:site_name"), _name(story.get("publisher"))),
        byline=_first(_name(story.get("author")), metas.get("author"), metas.get("article:author")),
        language=_first(_words(tree.get("lang")), metas.get("og:locale"), metas.get("content-language")),
        canonical=_first(*tree.xpath("//link[@rel='canonical']/@href")[:1], metas.get("og:url")),
        ld_published=_words(story.get("datePublished")),
        ld_modified=_words(story.get("dateModified")),
        meta_published=tuple((name, metas[name]) for name in _DATE_METAS if name in metas),
    )


_DATE_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "pubdate", "publishdate",
    "publish-date", "publish_date", "date", "cxenseparse:recs:publishtime", "article.published", "bt:pubdate",
)  # fmt: skip


def outlet_of(said: Said | None, *, source: str, given: dict[str, str], rules: ReadingRules) -> Outlet | None:
    """Who publishes: as given, by the domain of the URL, or by the name that the page gives of its site."""
    if name := given.get("outlet"):
        return rules.outlet_names.get(name.lower()) or rules.outlets.get(name.lower()) or Outlet(name=name)
    for url in (given.get("url"), source, said and said.canonical):
        if url and (known := by_domain(url, rules=rules)):
            return known
    if said and said.site:
        domain = domain_of(said.canonical or given.get("url") or source)
        return rules.outlet_names.get(said.site.lower()) or Outlet(name=said.site, domain=domain)
    domain = domain_of(given.get("url") or source) or domain_of((said and said.canonical) or "")
    return Outlet(name=domain, domain=domain) if domain else None


def by_domain(url: str, *, rules: ReadingRules) -> Outlet | None:
    """The outlet whose domain the URL's host is or lies under."""
    host = domain_of(url)
    while host and "." in host:
        if host in rules.outlets:
            return rules.outlets[host]
        host = host.partition(".")[2]
    return None


def domain_of(url: str) -> str | None:
    """The host of an http(s) URL without "www."."""
    if not url.lower().startswith(("http://", "https://", "//")):
        return None
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _heading(tree: Any, metas: dict[str, str]) -> str | None:
    headings = [words for h in tree.iter("h1") if (words := _words(h.text_content()))]
    known = {_bare(value) for value in (metas.get("og:title"), _title_element(tree)) if value}
    agreed = [words for words in headings if any(_bare(words) in value or value in _bare(words) for value in known)]
    if agreed:
        return max(agreed, key=len)
    return headings[0] if len(headings) == 1 and headings[0].count(" ") >= 2 else None


def _title_element(tree: Any) -> str | None:
    title = tree.find(".//title")
    words = _words(title.text_content()) if title is not None else None
    return _TITLE_TAIL.sub("", words) if words else None


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        content = meta.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), one_line(cleaned(unescaped(content))))
    return found


def _story(tree: Any) -> dict[str, Any]:
    """The JSON-LD node that describes the article: its merged fields, most specific first."""
    best: dict[str, Any] = {}
    broken: dict[str, Any] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        try:
            nodes = list(_nodes(json.loads(script.text, strict=False)))
        except (ValueError, RecursionError):
            broken = {**dict(_BROKEN_FIELD.findall(script.text)), **broken}
            continue
        for node in nodes:
            kinds = node.get("@type")
            names = {str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}
            if names & set(_STORY) or any(name.endswith("article") for name in names):
                best = {**node, **best}
            elif "datePublished" in node and names & {"webpage", "videoobject", "report", "creativework"}:
                broken = {**{key: node[key] for key in ("datePublished", "dateModified") if key in node}, **broken}
    return {**broken, **best}


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), (list, dict)):
                yield from _nodes(value[key])


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        names = [name for each in value if (name := _name(each))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    words = _words(value)
    return None if words is None or words.startswith("http") else words


def _words(value: Any) -> str | None:
    return (one_line(cleaned(unescaped(value))) or None) if isinstance(value, str) else None


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value), None)


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
