"""Controls: each promise that configuration can break is named, with what to do."""

from dataclasses import dataclass, replace

import msgspec
import pytest

from app.adapters.tenants import TenantProblem
from app.domain.data_class import DataClass, Handling
from app.domain.tenant import IdentityKey, Tenant
from app.domain.workflow import Approval, ModelSettings, ModerationProvider, ModerationSettings, WorkflowStage
from app.usecases.check_controls import CheckControls, Control
from tests.turns import PRICES, TODAY, Files, make_tenant


@dataclass
class Loaded(Files):
    """Files as they were loaded, some refused."""

    problems: tuple[TenantProblem, ...] = ()


def check(*tenants: Tenant, problems: tuple[TenantProblem, ...] = ()) -> list[Control]:
    """Every control of these tenants."""
    return CheckControls(Loaded(tenants, problems), PRICES, TODAY)()  # type: ignore[arg-type]  # all that it asks of them


def test_a_good_tenant_passes_everything() -> None:
    """And every control is listed nevertheless."""
    controls = check(make_tenant())
    assert len(controls) == 9
    assert all(control.passed for control in controls)
    assert len(set(controls)) == len(controls)


@pytest.mark.parametrize(
    ("changes", "name", "says"),
    [
        ({"approval": Approval()}, "approval record is complete", "deletion_owner"),
        ({"stage": WorkflowStage.OFF}, "stage lets the assistant answer", "off"),
        ({"model": ModelSettings("gpt-new")}, "every model has a price", "gpt-new"),
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
    """With file, key and reason; the key's reference is named, never its value."""
    tenant = make_tenant()
    site = msgspec.structs.replace(tenant.sites[0], identity_keys=(IdentityKey("k1", "HS256", secret="env:X"),))
    controls = check(replace(tenant, sites=(site,)), problems=(TenantProblem("lumen.toml", "site", "is missing"),))
    failed = {control.place: control.failure for control in controls if not control.passed}
    assert failed.keys() == {"lumen.toml: site", "harbor site_harbor"}
    assert "k1" in failed["harbor site_harbor"]
