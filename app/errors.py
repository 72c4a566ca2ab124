"""Kinds of problem and their HTTP status, in one table; each names what the caller can do."""

from collections.abc import Mapping
from typing import Final

STATUS: Final[Mapping[str, int]] = {
    "bad_request": 400,
    "unauthorized": 401,
    "forbidden": 403,
    "origin_not_allowed": 403,
    "not_found": 404,
    "method_not_allowed": 405,
    "request_timeout": 408,
    "conflict": 409,
    "message_differs": 409,
    "too_large": 413,
    "unsupported_media_type": 415,
    "rate_limited": 429,
    "too_many_waiting": 429,
    "too_many_streams": 429,
    "head_too_large": 431,
    "unexpected": 500,
    "unavailable": 503,
}

NOTHING_OF_THIS_ID: Final = "There is nothing of this id among your tenants: it was erased, or the id is wrong."
"""What operators are told of what is not there: of whom was erased no id is kept to tell by."""


class Problem(Exception):
    """A request that is refused. `detail` is one plain sentence that says what to do; it holds no customer text."""

    def __init__(self, code: str, detail: str, *, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail
        self.headers = dict(headers or {})

    @property
    def status(self) -> int:
        """The HTTP status of this kind of problem."""
        return STATUS[self.code]
