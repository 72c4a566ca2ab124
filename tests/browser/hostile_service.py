"""A service that went over to the enemy: whatever it says to the chat, and calls it, is a script vector."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from playwright.sync_api import Page, Route

AT = "2026-11-21T08:00:00Z"
ENDS = "and here it ends"
_PIECE = 41  # characters


class HostileService:
    """Answers a page's calls to the service in its stead."""

    def __init__(self, vectors: Sequence[str], origin: str) -> None:
        self._vectors = vectors
        self._cors = {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Allow-Headers": "*, Authorization",
            "Access-Control-Allow-Methods": "*",
        }

    def take_over(self, page: Page, url: str) -> None:
        """Answer what this page asks of the service's API from now on."""
        page.route(f"{url}/v1/**", self._answer)

    def _answer(self, route: Route) -> None:
        request = route.request
        path = request.url.partition("/v1/")[2]
        if request.method == "OPTIONS":
            route.fulfill(status=204, headers=self._cors)
        elif path.startswith("sessions"):
            self._json(route, self._session(), status=201)
        elif re.match(r"conversations/[^/]+/events", path):
            past = int(request.headers.get("last-event-id", "0").partition(".")[0])
            body = "".join(event for seq, event in self._events() if seq > past) or ": nothing new\n\n"
            headers = self._cors | {"Content-Type": "text/event-stream", "Retry-After": "5"}
            route.fulfill(status=200, headers=headers, body=body)
        elif re.match(r"conversations/[^/]+/messages", path):
            past = int((re.search(r"after=(\d+)", path) or [0, 0])[1])
            messages = [message for message in self._history() if message["seq"] > past]
            self._json(route, {"messages": messages, "last_event_id": str(len(self._vectors))})
        else:
            self._json(route, {"type": "urn:frontdesk:unexpected", "code": "unexpected", "detail": ENDS}, status=500)

    def _json(self, route: Route, body: object, status: int = 200) -> None:
        headers = self._cors | {"Content-Type": "application/json"}
        route.fulfill(status=status, headers=headers, body=json.dumps(body))

    def _session(self) -> dict[str, Any]:
        every = "\n".join(self._vectors)
        name = " ".join(self._vectors[::50])  # stands at each answer
        assistant = {"name": name, "greeting": every, "privacy_notice": every, "available": True}
        return {
            "session_token": "harbor.token",
            "expires_at": "2099-01-01T00:00:00Z",
            "contact": {"id": "contact", "verified": False},
            "conversation": {"id": "conversation", "state": "assistant"},
            "assistant": assistant,
        }

    def _history(self) -> list[dict[str, Any]]:
        return [
            {"id": f"past-{seq}", "seq": seq, "author": "assistant", "text": vector, "at": AT}
            for seq, vector in enumerate(self._vectors, 1)
        ]

    def _events(self) -> Iterator[tuple[int, str]]:
        """Each vector in an operator's name and words, the service's own, an answer, its pieces and its sources."""
        seq = len(self._vectors)
        for start in range(0, len(self._vectors), 10):
            some = self._vectors[start : start + 10]
            text, reply = "\n\n".join(some), f"reply-{start}"
            yield seq, _event(f"{seq}.1", "reply.started", {"reply_id": reply})
            for n, offset in enumerate(range(0, len(text), _PIECE), 2):
                piece = {"reply_id": reply, "offset": offset, "text": text[offset : offset + _PIECE]}
                yield seq + 1, _event(f"{seq}.{n}", "reply.delta", piece)
            told = {"text": text, "at": AT}
            sources = [{"title": vector, "url": vector} for vector in some]
            handoff = {"handoff_id": f"handoff-{start}", "operator_name": text}
            opened = handoff | {"reason": "asked_for_person", "expected": "out_of_hours", "contact_fallback": text}
            for kind, data in (
                ("reply.completed", told | {"reply_id": reply, "sources": sources}),
                ("system.message", told),
                ("handoff.opened", opened),
                ("handoff.claimed", handoff),
                ("operator.message", told | {"operator_name": text}),
                ("handoff.resolved", handoff),
            ):
                seq += 1
                yield seq, _event(str(seq), kind, data | {"seq": seq, "message_id": f"message-{seq}"})
        end = {"message_id": "end", "seq": seq + 1, "text": ENDS, "operator_name": "x", "at": AT}
        yield seq + 1, _event(str(seq + 1), "operator.message", end)


def _event(id_: str, kind: str, data: object) -> str:
    return f"id: {id_}\nevent: {kind}\ndata: {json.dumps(data)}\n\n"
