"""An operator who flips switches over the API."""

from dataclasses import dataclass
from typing import Any

import httpx

REASON = "a story of the kill switch"


@dataclass(frozen=True)
class Operator:
    """An operator with an API key, who flips switches."""

    http: httpx.Client

    def flip(self, scope: str, *, on: bool, **more: object) -> httpx.Response:
        """Set a switch."""
        wish = {"on": on, "reason": REASON, **more}
        return self.http.put(f"/v1/operator/kill-switches/{scope}", json=wish)

    def switches(self) -> dict[str, dict[str, Any]]:
        """Read the switches by their scopes."""
        listed = self.http.get("/v1/operator/kill-switches").raise_for_status().json()["switches"]
        return {switch["scope"]: switch for switch in listed}
