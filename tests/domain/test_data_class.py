"""Data classes: four of them are never kept."""

from app.domain.data_class import NEVER_KEPT, DataClass


def test_values_of_four_classes_are_never_kept() -> None:
    """Cards, accounts, secrets and identity numbers are destroyed whatever a policy says."""
    assert {kind.value for kind in NEVER_KEPT} == {"payment_card", "bank_account", "credential", "government_id"}
    assert DataClass("ip_address") is DataClass.IP_ADDRESS
