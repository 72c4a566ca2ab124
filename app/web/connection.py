"""A connection: what can't be read is refused in words of ours, and nobody is waited for without end."""

from asyncio import TimerHandle, Transport
from typing import Final

import msgspec
from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from app.errors import STATUS
from app.web.problems import PROBLEM_JSON, document

HEAD_WITHIN: Final = 10.0
"""Seconds that a request's head has, from the connection's beginning or from its own."""
BODY_WITHIN: Final = 30.0
"""Seconds that a body has, and one more for each SLOWEST bytes of it that came: who is slow is not cut off."""
READ_WITHIN: Final = 30.0
"""Seconds in which a client that has much left to read reads SLOWEST bytes for each."""
HEARD_WITHIN: Final = 1.0
"""Seconds that a client that is refused has to read why."""
SLOWEST: Final = 500
LARGEST: Final = 64 * 1024
"""Bytes that a head may have, and those of a body that earn it time: no handler wants more."""


class Connection(HttpToolsProtocol):
    """uvicorn's own, with bounds. A whole request that comes at once meets one timer, when its connection begins."""

    head_within, body_within, read_within, heard_within = HEAD_WITHIN, BODY_WITHIN, READ_WITHIN, HEARD_WITHIN

    _headed, _whole = False, False  # as far as the newest request has come
    _refused = False
    _came, _missing_since = 0, 0.0  # bytes, and the loop's time, since something is missing
    _missing: TimerHandle | None = None
    _unread: TimerHandle | None = None

    @override
    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self._wait()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._wait_no_more()
        self._is_read()

    @override
    def data_received(self, data: bytes) -> None:
        if self._over():
            return
        self._came += len(data)  # before it is read: what ends a head or a body is none of the next one's
        super().data_received(data)
        if self._over():
            return
        if self._whole and self._answering():
            return
        self._headed = self._headed and not self._whole  # a line's end after a request begins the next one
        self._whole = False
        if self._came > LARGEST and not self._headed:
            self._refuse("head_too_large", "The address and the headers are larger than 64 KiB; send less.")
        elif self._missing is None:
            self._wait()

    @override
    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._headed = self._whole = False
        self._came = max(self._came, 1)  # its first byte, where it came with the end of the one before

    @override
    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        self._headed = True
        self._wait_no_more()

    @override
    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._whole = True
        self._wait_no_more()

    @override
    def pause_writing(self) -> None:
        super().pause_writing()
        self._let_read()

    @override
    def resume_writing(self) -> None:
        super().resume_writing()
        if not self.transport.is_closing():
            self._is_read()

    @override
    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.transport.is_closing():
            self._let_read()

    @override
    def timeout_keep_alive_handler(self) -> None:
        super().timeout_keep_alive_handler()
        self._let_read()

    @override
    def send_400_response(self, msg: str) -> None:
        self._refuse("bad_request", "This can't be read as a request; send it through an HTTP client.")

    @override
    def _unsupported_upgrade_warning(self) -> None:
        """Answer as if no upgrade had been asked for, and advise nobody to install what would allow one."""

    def _answering(self) -> bool:
        """Tell whether an answer is under way, or is still to be made."""
        return not getattr(self.cycle, "response_complete", True)  # before the first request there is no cycle

    def _over(self) -> bool:
        """Tell whether nothing more is to be heard."""
        return self._refused or self.transport.is_closing()

    def _wait(self) -> None:
        """Wait for what is missing of a request."""
        self._missing_since = self.loop.time()
        self._missing = self.loop.call_later(self._patience(), self._overdue)

    def _wait_no_more(self) -> None:
        self._came = 0
        if self._missing is not None:
            self._missing.cancel()
            self._missing = None

    def _patience(self) -> float:
        """Return the seconds that what is missing has by now."""
        return self.body_within + min(self._came, LARGEST) / SLOWEST if self._headed else self.head_within

    def _overdue(self) -> None:
        """Give up what is missing, once its time is over and no answer to an earlier request is under way."""
        self._missing = None
        left = self._missing_since + self._patience() - self.loop.time()
        if left > 0:
            self._missing = self.loop.call_later(left, self._overdue)
        elif self._answering() and (self.pipeline or not self._headed):
            self._wait()
        elif self._came or self._headed:
            self._refuse("request_timeout", "The request did not come in time; send it again, all of it.")
        else:
            self._close()

    def _refuse(self, code: str, detail: str) -> None:
        """Answer with a problem and hear no more, unless another answer is under way: then close."""
        own = self._headed and not self._whole and not self.pipeline and not self.cycle.response_started
        if self._answering() and not own:
            self._close()
            return
        if own:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        content = msgspec.json.encode(document(code, detail))
        headers = [
            *self.server_state.default_headers,
            (b"content-type", PROBLEM_JSON.encode()),
            (b"content-length", str(len(content)).encode()),
            (b"connection", b"close"),
        ]
        lines = b"".join(name + b": " + value + b"\r\n" for name, value in headers)
        self.transport.write(STATUS_LINE[STATUS[code]] + lines + b"\r\n" + content)
        # Closed at once, while the client still sends, the connection would be reset, and the answer lost with it.
        self.transport.write_eof()
        self._refused = True
        self._wait_no_more()
        self.loop.call_later(self.heard_within, self._close)

    def _close(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()
            self._let_read()

    def _let_read(self) -> None:
        """Let the client read what was sent, but not for ever: what it leaves unread is memory of ours."""
        if self._unread is None:
            left = self.transport.get_write_buffer_size()
            self._unread = self.loop.call_later(self.read_within, self._look_at_unread, left)

    def _look_at_unread(self, before: int) -> None:
        """Cut off who has read next to nothing since; who is slow reads on."""
        self._unread = None
        if before - self.transport.get_write_buffer_size() < self.read_within * SLOWEST:
            self.transport.abort()
        else:
            self._let_read()

    def _is_read(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None
