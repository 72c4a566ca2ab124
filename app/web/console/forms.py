"""Forms as the console's pages send them."""

from typing import Any

from litestar import Request

from app.domain.message import LONGEST_MESSAGE
from app.errors import Problem


class Form:
    """The fields of a form that was sent; a field that is not there reads as empty."""

    def __init__(self, fields: dict[str, str]) -> None:
        self._fields = fields

    def __getitem__(self, name: str) -> str:
        return self._fields.get(name, "")

    def needed(self, name: str) -> str:
        """Return a field that must be filled in. Raises Problem `bad_request`."""
        text = self[name].strip()
        if not text:
            raise Problem("bad_request", f"Fill in the field {name.replace('_', ' ')}.")
        return text

    def message(self, name: str) -> str:
        """Return what a customer is to read; it may be empty. Raises Problem `bad_request` where it is too long."""
        text = self[name].strip()
        if len(text) > LONGEST_MESSAGE:
            raise Problem("bad_request", f"Write {LONGEST_MESSAGE} characters at most; this has {len(text)}.")
        return text


async def form_of(request: Request[Any, Any, Any]) -> Form:
    """Read the form that a request carries; files are not taken."""
    sent = await request.form()
    return Form({name: value.replace("\r\n", "\n") for name, value in sent.items() if isinstance(value, str)})
