"""One page from the web: bounded in time, size and redirects."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from email.message import Message
from typing import IO, Protocol

from dateline.errors import UnreadableInput
from dateline.fetch.content import bounded, page_of, refusal, refusal_of
from dateline.model.article import Page
from dateline.model.issue import Issue
from dateline.model.reading import Limits

AGENT = "Mozilla/5.0 (compatible; dateline; news reader)"
_TEXTUAL = ("text/", "application/xhtml", "application/xml", "application/json", "application/octet-stream")


class Response(Protocol):
    """What is asked of an HTTP response."""

    @property
    def headers(self) -> Message: ...
    def read(self, amount: int = ..., /) -> bytes: ...
    def close(self) -> None: ...


Opener = Callable[[str, Limits], Response]


class _Bounded(urllib.request.HTTPRedirectHandler):
    """Follows at most `redirects` redirects, and only to http and https."""

    def __init__(self, redirects: int) -> None:
        self._left = redirects

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        self._left -= 1
        if self._left < 0:
            raise urllib.error.URLError("too many redirects")
        if not newurl.lower().startswith(("http://", "https://")):
            raise urllib.error.URLError(f"a redirect to {newurl}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def opened(url: str, limits: Limits) -> Response:
    """The open response of `url`; raises OSError or HTTPException."""
    request = urllib.request.Request(url, headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"})
    opener = urllib.request.build_opener(_Bounded(limits.redirects))
    response: Response = opener.open(request, timeout=limits.timeout)
    return response


def from_url(
    source: str, *, given: Mapping[str, str], limits: Limits, opener: Opener = opened
) -> Iterator[Page | Issue]:
    """The page at an http or https URL, with its headers and the moment it was fetched."""
    try:
        response = opener(source, limits)
    except urllib.error.HTTPError as error:
        yield refusal(source, "http-status", "status 200", f"status {error.code}")
        error.close()
        return
    except (OSError, http.client.HTTPException, ValueError) as error:
        yield refusal(source, "unreachable", "an answer", str(error) or type(error).__name__)
        return
    yield _received(response, source=source, given=given, limits=limits)


def _received(response: Response, *, source: str, given: Mapping[str, str], limits: Limits) -> Page | Issue:
    headers = {name.lower(): value for name, value in response.headers.items()}
    kind = headers.get("content-type", "text/html").split(";")[0].strip().lower()
    try:
        if not kind.startswith(_TEXTUAL):
            return refusal(source, "binary", "HTML or text", kind)
        content = bounded(response, source=source, limits=limits)
    except UnreadableInput as error:
        return refusal_of(error)
    except (OSError, http.client.HTTPException) as error:
        return refusal(source, "unreachable", "a whole page", str(error) or type(error).__name__)
    finally:
        response.close()
    media_type = kind if kind in ("text/html", "text/plain") else None
    return page_of(
        content, source=source, given=given, media_type=media_type, headers=headers, fetched=datetime.now(UTC)
    )
