"""What all people of a load have in common: their options, their connection, and the pauses they make."""

import random
from typing import ClassVar, Final

from locust import HttpUser
from locust.env import Environment
from requests.adapters import HTTPAdapter
from typing_extensions import override

from loadtests.load_options import LoadOptions, chosen
from loadtests.users.calls import Calls

AT_ONCE: Final = 32  # connections of one person


class Person(HttpUser):
    """Someone who thinks between what they do, and waits where the service asks them to.

    `group_name` is what thresholds call a group; `grows` is for those who are few, but more where many customers come.
    """

    abstract = True
    group_name: ClassVar[str] = "customers"
    grows: ClassVar[bool] = False
    thinks: ClassVar[tuple[float, float]] = (3.5, 7.0)
    """Seconds between two things; a customer stays below twenty messages a minute."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)  # type: ignore[no-untyped-call]  # Locust has no types here
        self.client.trust_env = False
        for scheme in ("http://", "https://"):
            self.client.mount(scheme, HTTPAdapter(pool_maxsize=AT_ONCE))
        self.options: LoadOptions = chosen(environment)
        self.calls = Calls(self.client, environment)

    @override
    def wait_time(self) -> float:
        """Seconds until this person does something again."""
        asked, self.calls.wait = self.calls.wait, 0.0
        return max(asked, random.uniform(*self.thinks))
