"""Names as gazetteers list them → the folded keys they are looked up by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from dateline.model.gazetteer import GazetteerEntry, place_key

OWN, ALIAS, DERIVED = range(3)
"""How a key matches: the place's own or a hand-chosen name, another listed one, one made by a spelling rule."""
_ARTICLE_COUNTRIES = frozenset(
    (
        "AE", "BH", "DZ", "EG", "EH", "ER", "IL", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA",
        "SA", "SD", "SO", "SS", "SY", "TD", "TN", "YE",
    )
)  # fmt: skip
"""Where names may carry an Arabic article."""
_PLAIN_NAMES = _ARTICLE_COUNTRIES | {"AF", "PK", "IN", "BD", "NP", "TJ", "TM", "UZ"}
"""Countries whose listed names carry scholarly marks ("Tehrān", "Ḩims") that no newspaper prints."""
_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|ath|ad|adh|an|az|ed|et|es|ez|en) (?=\w{3})")
_GENERIC_END = re.compile(
    r" (?:province|governorate|oblast|region|state|district|county|department|prefecture|municipality|division|raion|"
    r"rayon|voivodeship|canton|parish|krai|republic|emirate|regency|kabupaten|township|tehsil|urban okrug|rayonu|il|"
    r"jurisdiction|zone|commune|circle|woreda|muhafazat|wilaya|gobolka)$"
)
_OF = r"(?:de la |de las |de los |de el |del |de l |de |di |dell |des |du |d |da |do |of )?"
_GENERIC_START = re.compile(
    rf"^(?:provincia? {_OF}|departa?mento {_OF}|departement {_OF}|municipio {_OF}|estado {_OF}|region {_OF}|"
    rf"muhafazat |wilayat {_OF}|respublika |republic of |province {_OF}|distrito {_OF}|canton {_OF}|city of |"
    r"district of |state of |autonomous republic of |governorate of |kabupaten |kota |gobolka |regiao )(?=\w{3})"
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u02b0-\u02ff\u0300-\u036f0-9 .,'’‘`´ʼ()/&-]+")
_LOWER_START = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an|es|et|de|la|le|les|los|las|'s)[ -]")


def name_keys(names: Iterable[str], country: str | None, *, chosen: bool = False) -> dict[str, int]:
    """Keys of the names, own name first, with how they match; `country` is alpha-2."""
    found: dict[str, int] = {}
    for position, name in enumerate(names):
        if position and not chosen and not usable_name(name):
            continue
        key = place_key(name)
        if len(key) < 2:
            continue
        found.setdefault(key, OWN if chosen or not position else ALIAS)
        if (chosen or country in _ARTICLE_COUNTRIES) and _ARTICLE.match(key):
            bare = _ARTICLE.sub("", key)
            found.setdefault("al " + bare, ALIAS)
            if len(bare) > 3:
                found.setdefault(bare, DERIVED)
    return found


def division_keys(names: Iterable[str], entry: GazetteerEntry) -> dict[str, int]:
    """Keys of a division's names, with and without "province" and the like; a US county is seldom named bare."""
    found = name_keys(names, None)
    for key, match in list(found.items()):
        bare = _GENERIC_END.sub("", key)
        if len(bare) > 2:
            found.setdefault(bare, match)
        bare, started = _GENERIC_START.subn("", bare)
        if started and len(bare) > 2:
            found.setdefault(bare, DERIVED if key.startswith("district of") else match)
    if entry.kind == "admin2" and entry.country == "USA":
        return {key: (DERIVED if " " not in key else match) for key, match in found.items()}
    return found


def usable_name(name: str) -> bool:
    """Whether an alternate name is one that an English text may hold: Latin letters, a capital, no code."""
    if not _LATIN.fullmatch(name) or len(name) < 3:
        return False
    if not name[0].isupper() and not (name[0] in "'`ʿʻ’‘" and name[1].isupper()) and not _LOWER_START.match(name):
        return False
    return not (name.isupper() and len(name) <= 4)


def plain_name(name: str, country: str) -> str:
    """The name without marks where its country's names carry them."""
    if country not in _PLAIN_NAMES:
        return name
    letters = unicodedata.normalize("NFKD", name)
    return (
        "".join(c for c in letters if not unicodedata.combining(c)).replace("‘", "").replace("’", "").replace("ʿ", "")
    )
