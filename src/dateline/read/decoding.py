"""Bytes → text: charset, mojibake, entities, invisible characters."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<(?:meta[^>]{1,200}?charset|\?xml[^>]{1,80}?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.I)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d?);", re.I)
_CONTINUED = "\u0080-\u00bf" + "".join(
    bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
)
_MOJIBAKE = re.compile(f"[ÂÃ][{_CONTINUED}]|â[{_CONTINUED}]{{2}}|ð[{_CONTINUED}]{{3}}|(?:[ÐÑ][{_CONTINUED}]){{3,}}")


def decoded(content: bytes, *, content_type: str = "") -> str:
    """The text of the bytes by BOM, else valid UTF-8, else the declared charset, else the likeliest one."""
    for bom, name in _BOMS:
        if content.startswith(bom):
            return content.decode(name, errors="replace").removeprefix("\ufeff")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        almost = error.start > len(content) - 4
    if almost:
        return content.decode("utf-8", errors="ignore")
    declared = _HEADER.search(content_type)
    in_markup = _DECLARED.search(content[:4096])
    for label in (declared and declared[1], in_markup and in_markup[1].decode("ascii")):
        if label and (text := _as_declared(content, label)) is not None:
            return text
    return _guessed(content)


def _as_declared(content: bytes, label: str) -> str | None:
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}.get(
        label.lower(), label
    )
    try:
        return content.decode(name, errors="replace")
    except LookupError:
        return None


def _guessed(content: bytes) -> str:
    from charset_normalizer import from_bytes

    if content.decode("utf-8", errors="replace").count("\ufffd") * 200 < len(content):
        return content.decode("utf-8", errors="replace")
    best = from_bytes(content[:50_000]).best()
    return content.decode(best.encoding if best else "cp1252", errors="replace")


def cleaned(text: str) -> str:
    """The text in NFC, mojibake repaired where certain, without invisible marks, with plain spaces and breaks."""
    repaired = _MOJIBAKE.sub(_repaired, text) if "Â" in text or "Ã" in text or "â" in text or "Ð" in text else text
    unified = _BREAKS.sub("\n", repaired)
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _SPACES.sub(" ", unified)))


def unescaped(text: str) -> str:
    """The text with the HTML entities that scraping left in it resolved, doubly escaped ones too."""
    for _ in range(2):
        if not _ENTITY.search(text):
            break
        text = html.unescape(text)
    return text


def _repaired(match: re.Match[str]) -> str:
    raw = bytearray()
    for character in match[0]:
        try:
            raw += character.encode("cp1252")
        except UnicodeEncodeError:
            raw += character.encode("latin-1")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
