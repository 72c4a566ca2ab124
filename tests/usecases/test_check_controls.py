"""Controls: each promise that configuration can break is named, with what to do."""

from dataclasses import dataclass, replace
from typing import Any

import msgspec
import pytest

from app.adapters.tenants import TenantProblem
from app.domain.data_class import DataClass, Handling
from app.domain.tenant import IdentityKey, Tenant, Webhook
from app.domain.workflow import Approval, ModelSettings, ModerationProvider, ModerationSettings, WorkflowStage
from app.references import ReferenceUnset
from app.usecases.check_controls import CheckControls, Control
from tests.turns import PRICES, TODAY, Files, make_tenant


@dataclass
class Loaded(Files):
    """Files as they were loaded, some refused."""

    problems: tuple[TenantProblem, ...] = ()


def check(*tenants: Tenant, problems: tuple[TenantProblem, ...] = ()) -> list[Control]:
    """Every control of these tenants."""
    files: Any = Loaded(tenants, problems)  # all that it asks of them
    return CheckControls(files, PRICES, TODAY, {"inhouse": "env:INHOUSE"}, _nothing_is_set)()


def _nothing_is_set(reference: str) -> str:
    raise ReferenceUnset(f"{reference} is not set")


def test_a_good_tenant_passes_everything() -> None:
    """And every control is listed nevertheless."""
    controls = check(make_tenant())
    assert len(controls) == 11
    assert all(control.passed for control in controls)
    assert len(set(controls)) == len(controls)


@pytest.mark.parametrize(
    ("changes", "name", "says"),
    [
        ({"approval": Approval()}, "approval record is complete", "deletion_owner"),
        ({"stage": WorkflowStage.OFF}, "stage lets the assistant answer", "off"),
        ({"model": ModelSettings("gpt-new")}, "every model has a price", "gpt-new"),
        ({"model": ModelSettings("gpt-test", provider="inhouse")}, "its provider's key is set", "env:INHOUSE"),
        ({"model": ModelSettings("gpt-test", store=True)}, "vendor keeps nothing", "store"),
        ({"moderation": ModerationSettings(ModerationProvider.OFF)}, "moderation is on, or off for a reason", "reason"),
        (
            {"data_policy": {DataClass.CREDENTIAL: Handling.ALLOW}},
            "values never to be kept are destroyed",
            "credential",
        ),
    ],
)
def test_each_fault_has_its_control(changes: dict[str, object], name: str, says: str) -> None:
    """That one fails, and no other."""
    (failed,) = [control for control in check(make_tenant(**changes)) if not control.passed]
    assert (failed.place, failed.name) == ("harbor/support", name)
    assert says in failed.failure


def test_a_record_past_its_review_is_not_current() -> None:
    """The day is said."""
    approval = msgspec.structs.replace(make_tenant().workflows["support"].approval, review_by=TODAY.replace(day=20))
    (failed,) = [control for control in check(make_tenant(approval=approval)) if not control.passed]
    assert failed.name == "approval is current"
    assert "2026-11-20" in failed.failure


def test_a_refused_file_and_an_unset_key_fail() -> None:
    """With file, key and reason; the key's reference is named, never its value. So does a webhook's secret."""
    tenant = make_tenant()
    site = msgspec.structs.replace(tenant.sites[0], identity_keys=(IdentityKey("k1", "HS256", secret="env:X"),))
    webhook = Webhook("https://desk.example", "env:Y", ("switch.on",))
    controls = check(
        replace(tenant, sites=(site,), webhooks=(webhook,)),
        problems=(TenantProblem("lumen.toml", "site", "is missing"),),
    )
    failed = {control.place: control.failure for control in controls if not control.passed}
    assert failed.keys() == {"lumen.toml: site", "harbor site_harbor", "harbor webhook[0]"}
    assert "k1" in failed["harbor site_harbor"]
    assert "env:Y" in failed["harbor webhook[0]"]


def test_no_tenant_is_a_wrong_folder() -> None:
    """Nothing to check is nothing that works."""
    (failed,) = check()
    assert "FRONTDESK_CONFIG_DIR" in failed.failure
