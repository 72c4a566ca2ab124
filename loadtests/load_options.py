"""Options of a load beside Locust's own, on the command line or as FRONTDESK_LOAD_* in the environment."""

from argparse import Namespace
from dataclasses import dataclass
from typing import Final

from locust import events
from locust.argument_parser import LocustArgumentParser
from locust.env import Environment

from loadtests.curves import CURVES
from loadtests.thresholds import DEFAULT

OPTIONS: Final[dict[str, tuple[str, str]]] = {
    "site-key": ("site_harbor_shop", "where customers begin"),
    "tenant": ("harbor", "the tenant of that site: the audience of identity tokens"),
    "identity-key-id": ("k1", "the `kid` of identity tokens"),
    "identity-secret": ("", "the tenant's HS256 secret; without one nobody is identified"),
    "operator-key": ("", "an API key of an owner or admin; without one no operator takes part"),
    "abused-site-key": ("", "where the abuser begins; the customers' site where not given"),
    "abused-tenant": ("", "the tenant of the abuser's site; the customers' where not given"),
    "switch-scopes": (
        "conversation",
        "what operators switch off and on again, in turn: `conversation` is one of their own, anything else a scope",
    ),
    "thresholds": (str(DEFAULT), "the file with the thresholds of the verdict"),
}
SECRET: Final = frozenset({"identity-secret", "operator-key"})


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """What was chosen, by its own type."""

    site_key: str
    tenant: str
    identity_key_id: str
    identity_secret: str
    operator_key: str
    abused_site_key: str
    abused_tenant: str
    switch_scopes: tuple[str, ...]
    thresholds: str


@events.init_command_line_parser.add_listener  # type: ignore[untyped-decorator]  # Locust's hooks have no types
def add_options(parser: LocustArgumentParser, **_: object) -> None:
    """Make the options known to Locust."""
    parser.add_argument("--shape", choices=CURVES, default="ramp", env_var="FRONTDESK_LOAD_SHAPE", help="of the load")
    for name, (default, words) in OPTIONS.items():
        parser.add_argument(
            f"--{name}",
            default=default,
            env_var=f"FRONTDESK_LOAD_{name.replace('-', '_').upper()}",
            include_in_web_ui=name not in SECRET,
            help=words,
        )


def chosen(environment: Environment) -> LoadOptions:
    """Return what was chosen; on a worker, what was chosen for the master."""
    options = environment.parsed_options or Namespace()
    said = {name.replace("-", "_"): str(getattr(options, name.replace("-", "_"), "") or "") for name in OPTIONS}
    scopes = tuple(scope.strip() for scope in said.pop("switch_scopes").split(",") if scope.strip())
    said["abused_site_key"] = said["abused_site_key"] or said["site_key"]
    said["abused_tenant"] = said["abused_tenant"] or said["tenant"]
    return LoadOptions(**said, switch_scopes=scopes or ("conversation",))
