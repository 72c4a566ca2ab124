"""Who comes to a load test of Frontdesk, and how many when: `locust -f loadtests/locustfile.py --host URL`."""

from loadtests import judging
from loadtests.shapes import ChosenShape
from loadtests.users.abuser import Abuser
from loadtests.users.customers import (
    AnonymousCustomer,
    IdentifiedCustomer,
    LeavingCustomer,
    ReturningCustomer,
    SlowCustomer,
)
from loadtests.users.operators import DeskOperator, SwitchOperator

__all__ = [
    "Abuser",
    "AnonymousCustomer",
    "ChosenShape",
    "DeskOperator",
    "IdentifiedCustomer",
    "LeavingCustomer",
    "ReturningCustomer",
    "SlowCustomer",
    "SwitchOperator",
    "judging",
]
