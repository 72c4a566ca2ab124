"""What a tenant's file may say: sites, webhooks and workflows checked for what a type alone can't tell."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from zoneinfo import ZoneInfo

from app.adapters.identity_keys import check_identity_key
from app.adapters.toml_shape import Refused
from app.domain.data_class import NEVER_KEPT, Handling
from app.domain.opening_hours import Span
from app.domain.tenant import TenantFile
from app.domain.workflow import ModerationProvider, Workflow
from app.references import ReferenceRefused, References, inside
from app.settings import well_formed

WEBHOOK_EVENTS = frozenset({"handoff.opened", "handoff.overdue", "switch.on", "switch.off", "switch.expiring"})

_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?")
_DEFAULT_PORT = re.compile(r"http://[^/]*:80|https://[^/]*:443")
_WEB = re.compile(r"https?://[^\s/?#@]+(?:[/?][^\s#]*)?")
_HOST = re.compile(r"[A-Za-z0-9*.\[\]:-]{1,253}")
SAID = ("assistant_name", "greeting", "privacy_notice", "contact_fallback", "crisis_text")
"""What customers read of a workflow."""


def check_sites(file: TenantFile) -> None:
    """Check where the widget may stand, and the keys. Raises Refused."""
    if not file.site:
        raise Refused("site", "write at least one [[site]]")
    for number, site in enumerate(file.site):
        place = f"site[{number}]"
        if site.workflow not in file.workflow:
            raise Refused(f"{place}.workflow", f"there is no [workflow.{site.workflow}] in this file")
        for origin in site.origins:
            if not _ORIGIN.fullmatch(origin.replace("{port}", "1")) or _DEFAULT_PORT.fullmatch(origin):
                raise Refused(
                    f"{place}.origins", f"{origin!r}: write it as browsers do, such as 'https://shop.example'"
                )
        if again := _repeated(key.id for key in site.identity_keys):
            raise Refused(f"{place}.identity_keys", f"two keys have the id {again!r}")
        for key in site.identity_keys:
            check_identity_key(f"{place}.identity_keys", key)
    if again := _repeated(site.key for site in file.site):
        raise Refused("site", f"two sites have the key {again!r}")


def check_webhooks(file: TenantFile, references: References) -> None:
    """Check where events may be sent. Raises Refused."""
    for number, webhook in enumerate(file.webhook):
        place = f"webhook[{number}]"
        if not (_WEB.fullmatch(webhook.url) and well_formed(webhook.url)):
            raise Refused(f"{place}.url", "write an address such as 'https://helpdesk.example/frontdesk'")
        if unknown := set(webhook.events) - WEBHOOK_EVENTS:
            raise Refused(f"{place}.events", f"{min(unknown)!r} is none of {', '.join(sorted(WEBHOOK_EVENTS))}")
        try:
            references.path(webhook.secret)
        except ReferenceRefused as error:
            raise Refused(f"{place}.secret", str(error)) from error


def check_workflow(place: str, workflow: Workflow, config_dir: Path, providers: Collection[str]) -> None:
    """Check one workflow, which stands at `place`. Raises Refused."""
    if workflow.model.provider not in providers:
        known = ", ".join(sorted(providers))
        raise Refused(f"{place}.model.provider", f"{workflow.model.provider!r} is none of the providers: {known}")
    for data_class in sorted(NEVER_KEPT):
        if workflow.handling(data_class) is Handling.ALLOW:
            raise Refused(
                f"{place}.data_policy.{data_class}", "is destroyed on arrival: write redact, block or escalate"
            )
    if workflow.moderation.provider is ModerationProvider.OFF and not workflow.moderation.reason.strip():
        raise Refused(f"{place}.moderation.reason", "moderation that is off needs a reason")
    for name in SAID:
        if not getattr(workflow, name).strip():
            raise Refused(f"{place}.{name}", "is empty: write what customers are to read")
    _check_hosts(f"{place}.output", workflow)
    _check_hours(f"{place}.hours", workflow)
    for folder in workflow.knowledge:
        if not path_inside(f"{place}.knowledge", config_dir, folder).is_dir():
            raise Refused(f"{place}.knowledge", f"there is no folder {folder!r} in the config folder")


def _check_hours(place: str, workflow: Workflow) -> None:
    try:
        ZoneInfo(workflow.hours.timezone)
    except (KeyError, ValueError, OSError) as error:
        raise Refused(f"{place}.timezone", "is unknown: write one such as 'Europe/Berlin'") from error
    for text in workflow.hours.open:
        try:
            Span.parse(text)
        except ValueError as error:
            raise Refused(f"{place}.open", str(error)) from error


def _check_hosts(place: str, workflow: Workflow) -> None:
    for key, hosts in (("link_hosts", workflow.output.link_hosts), ("image_hosts", workflow.output.image_hosts)):
        for host in hosts:
            if not _HOST.fullmatch(host):
                raise Refused(f"{place}.{key}", f"{host!r} is no host: write its name alone, as in 'shop.example'")


def path_inside(place: str, folder: Path, written: str) -> Path:
    """Return the path that `written` means from `folder`. Raises Refused where it leads out."""
    try:
        return inside(folder, written)
    except ReferenceRefused as error:
        raise Refused(place, f"{written!r} {error}") from error


def _repeated(names: Iterable[str]) -> str | None:
    return next((name for name, count in Counter(names).items() if count > 1), None)
