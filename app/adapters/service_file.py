"""The service's file, `config/frontdesk.toml`: providers, prices and the defaults that all tenants share."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

from msgspec import Meta, Struct

from app.adapters.toml_shape import Refused, merged, shaped
from app.domain.budget import Price, PriceList
from app.domain.workflow import Workflow
from app.references import ReferenceRefused, References
from app.settings import SettingsError, well_formed

NAME = "frontdesk.toml"

Usd = Annotated[float, Meta(ge=0, le=1_000_000)]

_LEAST_WORKFLOW = {
    "purpose": "",
    "instructions": "",
    "assistant_name": "",
    "greeting": "",
    "privacy_notice": "",
    "contact_fallback": "",
    "crisis_text": "",
    "model": {"name": ""},
}
"""What a workflow has to say itself: with it, the defaults must make a whole one."""


class Provider(Struct, frozen=True, forbid_unknown_fields=True):
    """A provider of models. `key` is a reference; `openai` has key and address from the environment."""

    base_url: Annotated[str, Meta(pattern=r"^https?://[^\s/?#@]+(/[^\s?#]*)?$")] | None = None
    key: str | None = None
    sends: tuple[Literal["store", "safety_identifier"], ...] = ()


class _PriceTable(Struct, frozen=True, forbid_unknown_fields=True):
    input: Usd
    output: Usd


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    provider: dict[str, Provider] = {}
    price: dict[str, _PriceTable] = {}
    second_person: tuple[Literal["resume_service"], ...] = ()
    open_turns: Annotated[int, Meta(ge=1, le=100_000)] = 2_000
    defaults: dict[str, object] = {}


class ServiceFile(Struct, frozen=True):
    """The file, checked. `defaults` has the form of a workflow and is not yet one.

    `open_turns` are those that one process has under way at once; what is above that waits.
    """

    providers: Mapping[str, Provider]
    prices: PriceList
    second_person: frozenset[str]
    open_turns: int
    defaults: Mapping[str, object]

    @classmethod
    def load(cls, config_dir: Path) -> Self:
        """Read and check the file. Raises SettingsError with one line that names file and key."""
        path = config_dir / NAME
        try:
            file = shaped(tomllib.loads(path.read_text(encoding="utf-8")), _File, "")
            _check(file, config_dir)
        except OSError as error:
            raise SettingsError(
                f"{path} cannot be read; FRONTDESK_CONFIG_DIR names the folder that holds it"
            ) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
            raise SettingsError(f"{path}: {error}") from error
        except Refused as refused:
            raise SettingsError(f"{path}: {refused}") from refused
        prices = PriceList({model: Price(price.input, price.output) for model, price in file.price.items()})
        providers = {"openai": Provider(sends=("store", "safety_identifier")), **file.provider}
        return cls(providers, prices, frozenset(file.second_person), file.open_turns, file.defaults)


def _check(file: _File, config_dir: Path) -> None:
    if not file.price:
        raise Refused("price", 'list at least one, such as [price."gpt-5-mini"]: without any, no budget holds')
    references = References(config_dir, {})
    for name, provider in file.provider.items():
        place = f"provider.{name}"
        if name == "openai" and provider.key is not None:
            raise Refused(f"{place}.key", "leave it out: openai's key is OPENAI_API_KEY")
        if name != "openai" and provider.base_url is None:
            raise Refused(f"{place}.base_url", "write the server's address, such as https://models.example/v1")
        if provider.base_url is not None and not well_formed(provider.base_url):
            raise Refused(f"{place}.base_url", "has a host or a port that there is not")
        if provider.key is not None:
            try:
                references.path(provider.key)
            except ReferenceRefused as error:
                raise Refused(f"{place}.key", str(error)) from error
    shaped(merged(_LEAST_WORKFLOW, file.defaults), Workflow, "defaults")
