"""Tenants: every tenant file as it stands now; a bad file is refused and the last good version keeps serving."""

import asyncio
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import structlog

from app.adapters.glance import Glance, Stamp
from app.adapters.service_file import NAME as SERVICE_FILE
from app.adapters.service_file import ServiceFile
from app.adapters.tenant_file import Surroundings, folders_of, pointed_at, read_tenant
from app.adapters.toml_shape import Refused
from app.domain.tenant import Site, Tenant
from app.settings import Settings, SettingsError

SUFFIX = ".toml"
INTERVAL = 0.5
"""Seconds between looks at the files: an approval, a stage or a site that ends does so within one second."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class TenantProblem:
    """A file that was refused, the key that is wrong and why."""

    file: str
    key: str
    reason: str


@dataclass(slots=True)
class _Entry:
    """What one file gave: its last good version, how all that it was made of looked, and why a newer one is refused.

    Without stamps it is to be read.
    """

    path: Path
    tenant: Tenant | None = None
    stamps: dict[str, Stamp] = field(default_factory=dict)
    problem: TenantProblem | None = None

    @property
    def settled(self) -> bool:
        """Tell whether it is good as long as all looks the same; what a refused file misses may turn up."""
        return self.problem is None and bool(self.stamps)

    def unchanged(self, glance: Glance) -> bool:
        """Tell whether everything still looks the same."""
        return all(glance.stamp(path) == stamp for path, stamp in self.stamps.items())


@dataclass(frozen=True)
class _Served:
    """What is served at one moment, replaced as a whole."""

    tenants: dict[str, Tenant]

    @cached_property
    def sites(self) -> dict[str, tuple[Tenant, Site]]:
        return {site.key: (tenant, site) for tenant in self.tenants.values() for site in tenant.sites}

    @cached_property
    def origins(self) -> frozenset[str]:
        return frozenset(origin for _, site in self.sites.values() for origin in site.origins)


class Tenants:
    """Reads the files when it is made and whenever `poll` finds a change.

    `listeners` are called by `watch` on the event loop after a change. Providers are those of the start: a new one in
    `frontdesk.toml` is known after a restart, its defaults at once.
    """

    def __init__(self, settings: Settings, service_file: ServiceFile) -> None:
        self.listeners: list[Callable[[], None]] = []
        self._takers: list[Callable[[str, Tenant | None], None]] = []
        self._folder = settings.config_dir / "tenants"
        self._service_path = settings.config_dir / SERVICE_FILE
        self._around = Surroundings(
            settings.config_dir,
            settings.references,
            service_file.defaults,
            frozenset(service_file.providers),
            settings.port,
        )
        self._entries: dict[str, _Entry] = {}
        self._names: list[str] | None = None  # as the folder listed them when the entries were made
        self._looks: dict[str, Stamp] = {}  # of all that settled entries were made of, and of the service's file
        self._service_stamp = Glance().stamp(str(self._service_path))
        self._service_problem: TenantProblem | None = None
        self._served = _Served({})
        self._one_at_a_time = threading.RLock()
        self.poll()

    @property
    def problems(self) -> list[TenantProblem]:
        """Every file that is refused as it stands now."""
        found = [self._service_problem, *(entry.problem for entry in self._entries.copy().values())]
        return [problem for problem in found if problem is not None]

    def get(self, tenant_id: str) -> Tenant | None:
        """Find a tenant as its file stands now."""
        return self._served.tenants.get(tenant_id)

    def by_site(self, site_key: str) -> tuple[Tenant, Site] | None:
        """Find a site by its public key, with its tenant."""
        return self._served.sites.get(site_key)

    def all(self) -> tuple[Tenant, ...]:
        """List the tenants that are served, by id."""
        return tuple(self._served.tenants.values())

    def origins(self) -> frozenset[str]:
        """List every origin that some site allows."""
        return self._served.origins

    def feed(self, take: Callable[[str, Tenant | None], None]) -> None:
        """Hand every tenant to `take`, now and after each change (None: it is gone), in the thread that polls."""
        with self._one_at_a_time:
            self._takers.append(take)
            for tenant in self.all():
                self._hand_on(take, tenant.id)

    def poll(self) -> frozenset[str]:
        """Take what changed; returns the ids of the tenants it belongs to. A refusal is logged once."""
        with self._one_at_a_time:
            known, glance = set(self.problems), Glance(self._looks)
            self._poll_service_file(glance)
            changed = self._poll_tenant_files(glance)
            for problem in self.problems:
                if problem not in known:
                    log.error("tenant_file.refused", file=problem.file, key=problem.key, reason=problem.reason)
            return changed

    async def watch(self, interval: float = INTERVAL) -> None:
        """Poll for as long as the process lives; a poll that fails is logged, and the next one tries again."""
        while True:
            await asyncio.sleep(interval)
            try:
                changed = await asyncio.to_thread(self.poll)
            except Exception as error:  # noqa: BLE001  # whatever it was, the files must be looked at again
                _failed("poll", error)
                continue
            for listener in self.listeners if changed else ():
                try:
                    listener()
                except Exception as error:  # noqa: BLE001  # one that fails must not keep the change from the others
                    _failed("listener", error)

    def _poll_service_file(self, glance: Glance) -> None:
        stamp = glance.stamp(str(self._service_path))
        if stamp == self._service_stamp:
            return
        self._service_stamp = stamp
        try:
            defaults = ServiceFile.load(self._around.config_dir).defaults
        except SettingsError as error:
            self._service_problem = TenantProblem(SERVICE_FILE, "file", str(error))
            return
        self._service_problem = None
        self._around = replace(self._around, defaults=defaults)
        for entry in self._entries.values():
            entry.stamps = {}

    def _poll_tenant_files(self, glance: Glance) -> frozenset[str]:
        try:
            names = glance.names(self._folder)
        except OSError as error:
            raise SettingsError(f"FRONTDESK_CONFIG_DIR: {self._folder} cannot be read") from error
        same = names == self._names and glance.shows(self._looks)  # as nearly always: no tenant is asked for its own
        entries = self._entries if same else self._listed(names)
        to_read = [entry for entry in entries.values() if not (entry.settled and (same or entry.unchanged(glance)))]
        changed = self._read_all(to_read, entries.values(), glance) if to_read else set()
        gone = (self._entries[name].tenant for name in self._entries.keys() - entries.keys())
        changed.update(tenant.id for tenant in gone if tenant)
        self._entries, self._names = entries, names
        if changed:
            self._served = _Served({entry.tenant.id: entry.tenant for entry in entries.values() if entry.tenant})
            for tenant_id in sorted(changed):
                for take in self._takers:
                    self._hand_on(take, tenant_id)
        if changed or not same:
            settled = [entry.stamps for entry in entries.values() if entry.settled]
            self._looks = {path: stamp for stamps in settled for path, stamp in stamps.items()}
            self._looks[str(self._service_path)] = self._service_stamp
        return frozenset(changed)

    def _listed(self, names: list[str]) -> dict[str, _Entry]:
        """Return the entries of the files that are there, by name."""
        files = sorted(name for name in names if name.endswith(SUFFIX))
        return {name: self._entries.get(name) or _Entry(self._folder / name) for name in files}

    def _hand_on(self, take: Callable[[str, Tenant | None], None], tenant_id: str) -> None:
        """Give a tenant to a taker; what it could not take is read and given again at the next poll."""
        try:
            take(tenant_id, self.get(tenant_id))
        except Exception as error:  # noqa: BLE001  # one tenant's articles must not keep the others' from being read
            _failed(f"taker of {tenant_id}", error)
            if entry := self._entries.get(f"{tenant_id}{SUFFIX}"):
                entry.stamps = {}

    def _read_all(self, to_read: Iterable[_Entry], entries: Iterable[_Entry], glance: Glance) -> set[str]:
        """Read files anew; returns the ids of the tenants whose new version is served from now on."""
        owners = {site.key: entry.tenant.id for entry in entries if entry.tenant for site in entry.tenant.sites}
        return {entry.path.stem for entry in to_read if self._read(entry, owners, glance)}

    def _read(self, entry: _Entry, owners: dict[str, str], glance: Glance) -> bool:
        """Read a file anew; tells whether it is served from now on. `owners` says whose each site key is."""
        path = entry.path
        stamps = {str(path): glance.stamp(str(path))}
        try:
            tenant = read_tenant(path, self._around)
            for other in pointed_at(tenant, self._around):
                stamps[str(other)] = glance.stamp(str(other))
            for key, folder in folders_of(tenant, self._around.config_dir):
                stamps.update((article, glance.stamp(article)) for article in _articles(key, folder, glance))
            _claim_sites(tenant, owners)
        except Refused as refused:
            entry.problem = TenantProblem(path.name, refused.key, refused.reason)
        except OSError:
            entry.problem = TenantProblem(path.name, "file", "cannot be read")
        else:
            entry.tenant, entry.stamps, entry.problem = tenant, stamps, None
        return entry.problem is None


def _failed(what: str, error: Exception) -> None:
    log.error("tenant_files.failed", what=what, error=type(error).__name__)  # no trace: it could show a value


def _articles(key: str, folder: Path, glance: Glance) -> list[str]:
    """List a knowledge folder, which `key` names. Raises Refused where something in it can't be read."""
    try:
        return glance.articles(folder)
    except OSError as error:
        raise Refused(key, f"{error.filename} cannot be read") from error


def _claim_sites(tenant: Tenant, owners: dict[str, str]) -> None:
    """Make the tenant the owner of its site keys, and of no others. Raises Refused where another has one."""
    for number, site in enumerate(tenant.sites):
        if owners.get(site.key, tenant.id) != tenant.id:
            raise Refused(f"site[{number}].key", f"{site.key!r} is another tenant's: choose one that nobody has")
    for key in [key for key, owner in owners.items() if owner == tenant.id]:
        del owners[key]
    owners.update((site.key, tenant.id) for site in tenant.sites)
