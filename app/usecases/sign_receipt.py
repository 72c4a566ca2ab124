"""Deletion receipts: signed when someone is forgotten, and told apart from ones that were changed or made up."""

import hmac
from collections.abc import Mapping

import msgspec

from app.adapters.keyring import Keyring

Receipt = dict[str, object]


def sign(keyring: Keyring, receipt: Receipt) -> Receipt:
    """Return the receipt with its signature: a keyed hash, which whoever has the service's secret can check."""
    return {**receipt, "signature": _signature(keyring, receipt)}


def is_genuine(keyring: Keyring, receipt: Mapping[str, object]) -> bool:
    """Tell whether this service signed exactly this; the order of the keys and the spaces between them are free."""
    signature = receipt.get("signature")
    if not isinstance(signature, str):
        return False
    said = {key: value for key, value in receipt.items() if key != "signature"}
    return hmac.compare_digest(_signature(keyring, said).encode(), signature.encode())


def _signature(keyring: Keyring, said: Receipt) -> str:
    return keyring.digest("receipt", str(said.get("tenant")), msgspec.json.encode(said, order="deterministic").decode())
