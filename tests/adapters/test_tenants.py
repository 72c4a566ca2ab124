"""Tenants: files are taken up without a restart, and no mistake in one stops what was good."""

import asyncio
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.adapters.service_file import ServiceFile
from app.adapters.tenants import Tenants
from app.domain.tenant import Tenant
from app.domain.units import Rate
from app.references import stamp_of
from app.settings import Settings

CONFIG = Path(__file__).parents[2] / "config"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A copy of the shipped config folder."""
    return Path(shutil.copytree(CONFIG, tmp_path / "config"))


@pytest.fixture
def harbor(config: Path) -> Path:
    """Harbor's file."""
    return config / "tenants" / "harbor.toml"


@pytest.fixture
def tenants(config: Path) -> Tenants:
    """The tenants of the copy."""
    return started(config)


def started(config: Path) -> Tenants:
    """The tenants as a start finds them."""
    key_file = config.parent / "identity.key"
    settings = Settings.from_env({"FRONTDESK_CONFIG_DIR": str(config), "HARBOR_IDENTITY_KEY_FILE": str(key_file)})
    return Tenants(settings, ServiceFile.load(config))


def change(path: Path, before: str, after: str) -> None:
    """Change one thing in a file."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def of(tenants: Tenants, tenant_id: str) -> Tenant:
    """A tenant that is there."""
    tenant = tenants.get(tenant_id)
    assert tenant is not None
    return tenant


async def until(true: Callable[[], bool]) -> None:
    """Wait until something is true, for three seconds at most."""
    for _ in range(300):
        if true():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it never came to pass")


def test_the_shipped_tenants_are_served(tenants: Tenants) -> None:
    """Two of them, found by id and by site; their keys are not set, which is no problem of the files."""
    assert [tenant.id for tenant in tenants.all()] == ["harbor", "lumen"]
    found = tenants.by_site("site_harbor_shop")
    assert found is not None
    assert (found[0].id, found[1].workflow) == ("harbor", "support")
    assert "http://127.0.0.1:8000" in tenants.origins()
    assert tenants.problems == []
    assert (tenants.get("nobody"), tenants.by_site("nothing")) == (None, None)


def test_nothing_changed_is_nothing_done(tenants: Tenants) -> None:
    """A poll keeps the very objects."""
    before = of(tenants, "harbor")
    assert tenants.poll() == frozenset()
    assert of(tenants, "harbor") is before


def test_a_change_is_taken_up_and_a_turn_keeps_what_it_has(tenants: Tenants, harbor: Path) -> None:
    """The next turn begins with the new version."""
    before = of(tenants, "harbor")
    change(harbor, "Harbor assistant", "Sailor")
    assert tenants.poll() == {"harbor"}
    assert of(tenants, "harbor").workflows["support"].assistant_name == "Sailor"
    assert before.workflows["support"].assistant_name == "Harbor assistant"
    assert of(tenants, "harbor").version != before.version


def test_the_last_good_version_keeps_serving(tenants: Tenants, harbor: Path) -> None:
    """A bad file is told with file, key and reason, until it is good again."""
    change(harbor, '"20/minute"', '"lots"')
    assert tenants.poll() == frozenset()
    (problem,) = tenants.problems
    assert (problem.file, problem.key) == ("harbor.toml", "workflow.support.limits.per_contact")
    assert "20/minute" in problem.reason
    assert of(tenants, "harbor").workflows["support"].limits.per_contact == Rate(20, 60)
    change(harbor, '"lots"', '"9/minute"')
    assert tenants.poll() == {"harbor"}
    assert tenants.problems == []
    assert of(tenants, "harbor").workflows["support"].limits.per_contact == Rate(9, 60)


def test_a_refusal_is_logged_once(tenants: Tenants, harbor: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A bad file does not fill the log, however often it is looked at."""
    change(harbor, 'region = "eu"', "region = 7")
    for _ in range(3):
        tenants.poll()
    assert capsys.readouterr().out.count("tenant_file.refused") == 1


def test_a_new_file_is_a_tenant_and_a_deleted_one_is_none(tenants: Tenants, harbor: Path) -> None:
    """Without a restart, sites and all."""
    text = harbor.read_text(encoding="utf-8").replace('"harbor"', '"quay"', 1).replace("site_harbor_shop", "site_quay")
    harbor.with_name("quay.toml").write_text(text, encoding="utf-8")
    harbor.unlink()
    assert tenants.poll() == {"harbor", "quay"}
    assert [tenant.id for tenant in tenants.all()] == ["lumen", "quay"]
    assert tenants.by_site("site_harbor_shop") is None
    assert tenants.by_site("site_quay") is not None


def test_a_site_key_belongs_to_who_had_it_first(tenants: Tenants, harbor: Path) -> None:
    """Another tenant's file can't take it over; once it is given up, it is free."""
    lumen = harbor.with_name("lumen.toml")
    change(lumen, "site_lumen_shop", "site_harbor_shop")
    assert tenants.poll() == frozenset()
    assert [(p.file, p.key) for p in tenants.problems] == [("lumen.toml", "site[0].key")]
    found = tenants.by_site("site_harbor_shop")
    assert found is not None
    assert found[0].id == "harbor"
    change(harbor, "site_harbor_shop", "site_harbor_new")
    assert tenants.poll() == {"harbor", "lumen"}
    assert tenants.problems == []


def test_defaults_of_all_are_taken_up(tenants: Tenants, config: Path) -> None:
    """The service's file counts for every tenant; a bad one changes nothing."""
    lumen, service = config / "tenants" / "lumen.toml", config / "frontdesk.toml"
    change(lumen, "[workflow.support.handoff]\nclaim_within", "[workflow.support.handoff]\n# claim_within")
    tenants.poll()
    change(service, 'claim_within = "5m"', 'claim_within = "7m"')
    assert tenants.poll() == {"harbor", "lumen"}
    assert of(tenants, "lumen").workflows["support"].handoff.claim_within.total_seconds() == 420
    change(service, 'claim_within = "7m"', 'claim_within = "soon"')
    assert tenants.poll() == frozenset()
    assert [problem.file for problem in tenants.problems] == ["frontdesk.toml"]


def test_what_a_file_points_at_is_watched(tenants: Tenants, config: Path) -> None:
    """Instructions, articles and secrets' files count like the file itself."""
    (config / "prompts" / "support.md").write_text("Be brief.")
    assert tenants.poll() == {"harbor"}
    assert of(tenants, "harbor").instructions["support"] == "Be brief."
    (config / "knowledge" / "lumen" / "new.md").write_text("# New\n\nText.")
    assert tenants.poll() == {"lumen"}
    (config.parent / "identity.key").write_text("k" * 40)
    assert tenants.poll() == {"harbor"}
    assert of(tenants, "harbor").identity_secrets == {("site_harbor_shop", "k1"): b"k" * 40}
    (config.parent / "identity.key").unlink()
    assert tenants.poll() == {"harbor"}
    assert of(tenants, "harbor").identity_secrets == {}


def test_a_file_that_misses_something_is_good_once_it_is_there(tenants: Tenants, config: Path, harbor: Path) -> None:
    """The order in which files are written does not matter."""
    change(harbor, "file:prompts/support.md", "file:prompts/later.md")
    assert tenants.poll() == frozenset()
    (config / "prompts" / "later.md").write_text("Later.")
    assert tenants.poll() == {"harbor"}


@pytest.mark.parametrize("closed", ["dimmers.md", "."])
def test_knowledge_that_cannot_be_read(closed: str) -> None:
    """Is told as any other mistake in that tenant's file; the others start, and it does once it can be read."""
    with TemporaryDirectory() as folder, _nobody(Path(folder)):
        config = Path(shutil.copytree(CONFIG, Path(folder, "config")))
        path = config / "knowledge" / "lumen" / closed
        path.chmod(0)
        tenants = started(config)
        assert [tenant.id for tenant in tenants.all()] == ["harbor"]
        assert [(p.file, p.key) for p in tenants.problems] == [("lumen.toml", "workflow.support.knowledge")]
        assert tenants.problems[0].reason == f"{path} cannot be read"
        path.chmod(0o700)
        assert tenants.poll() == {"lumen"}
        path.chmod(0)
        assert (tenants.poll(), len(tenants.problems), len(tenants.all())) == (frozenset(), 1, 2)
        path.chmod(0o700)


@contextmanager
def _nobody(folder: Path) -> Iterator[None]:
    """Be nobody in particular, whose folder it is: root reads whatever there is."""
    me = os.geteuid()
    if me == 0:
        os.chown(folder, 65534, -1)
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(me)


def test_what_a_taker_cannot_take_at_the_start_stops_nothing(tenants: Tenants) -> None:
    """The others are given to it, and that one again."""
    taken: list[str] = []

    def take(tenant_id: str, _: Tenant | None) -> None:
        taken.append(tenant_id)
        if len(taken) == 1:
            raise OSError

    tenants.feed(take)
    assert [tenants.poll(), tenants.poll()] == [{"harbor"}, set()]
    assert taken == ["harbor", "lumen", "harbor"]


def test_takers_get_every_tenant_now_and_after_each_change(tenants: Tenants, harbor: Path) -> None:
    """So that articles are indexed before anybody asks."""
    taken: list[tuple[str, bool]] = []
    tenants.feed(lambda tenant_id, tenant: taken.append((tenant_id, tenant is not None)))
    harbor.unlink()
    tenants.poll()
    assert taken == [("harbor", True), ("lumen", True), ("harbor", False)]


def test_what_a_taker_could_not_take_is_given_again(tenants: Tenants, harbor: Path) -> None:
    """An article that was being replaced at that moment is indexed half a second later."""
    taken: list[str] = []

    def take(tenant_id: str, _: Tenant | None) -> None:
        taken.append(tenant_id)
        if len(taken) == 3:
            raise OSError

    tenants.feed(take)
    change(harbor, "Harbor assistant", "Sailor")
    assert [tenants.poll(), tenants.poll(), tenants.poll()] == [{"harbor"}, {"harbor"}, set()]
    assert taken == ["harbor", "lumen", "harbor", "harbor"]


async def test_watching_tells_listeners_and_never_dies(tenants: Tenants, harbor: Path) -> None:
    """A listener that fails does not end it, nor keep a change from the others."""
    heard: list[str] = []

    def failing() -> None:
        raise RuntimeError

    def listening() -> None:
        heard.extend(t.workflows["support"].assistant_name for t in tenants.all() if t.id == "harbor")

    tenants.listeners += [failing, listening]
    watching = asyncio.create_task(tenants.watch(0.01))
    change(harbor, "Harbor assistant", "First")
    await until(lambda: heard == ["First"])
    change(harbor, '"First"', '"Second"')
    await until(lambda: heard == ["First", "Second"])
    await asyncio.to_thread(harbor.unlink)
    await until(lambda: tenants.get("harbor") is None)
    watching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await watching


@pytest.mark.parametrize("seed", range(4))
def test_a_poll_finds_what_a_start_would(tenants: Tenants, config: Path, seed: int) -> None:
    """Whatever happens to own files and shared ones, good and bad, between looks: each tenant is up to date."""
    dice, folder = random.Random(seed), config / "tenants"  # noqa: S311  # no secret
    good = (folder / "harbor.toml").read_text(encoding="utf-8")
    shared = [config / "prompts" / "support.md", config / "knowledge" / "harbor" / "delivery.md"]
    for moment in range(40):
        for _ in range(dice.randint(0, 2)):
            name = f"t{dice.randrange(4)}"
            own = good.replace('"harbor"', f'"{name}"', 1).replace("site_harbor_shop", f"site_{name}")
            path = dice.choice([*shared, *[folder / f"{name}.toml"] * 3])
            if dice.random() < 0.25:
                path.unlink(missing_ok=True)
            elif path in shared:
                path.write_text(f"# {moment}")
            else:
                path.write_text(own.replace("Hello", f"Hello {moment}") + dice.choice(["", "", "no toml"]))
        tenants.poll()
        fresh = started(config)
        assert {problem.file for problem in tenants.problems} == {problem.file for problem in fresh.problems}
        assert {tenant.id: tenant.version for tenant in fresh.all()}.items() <= {
            tenant.id: tenant.version for tenant in tenants.all()
        }.items()
        served = {tenant.id for tenant in tenants.all()} - {tenant.id for tenant in fresh.all()}
        assert {f"{tenant_id}.toml" for tenant_id in served} <= {problem.file for problem in fresh.problems}


def test_nothing_is_asked_of_each_tenant_where_all_looks_the_same(
    tenants: Tenants, harbor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that tenants share are looked at once, and of a tenant whose file is refused that one alone is read."""
    text = harbor.read_text(encoding="utf-8")
    for number in range(20):
        other = text.replace('"harbor"', f'"t{number}"', 1).replace("site_harbor_shop", f"site_{number}")
        harbor.with_name(f"t{number}.toml").write_text(other, encoding="utf-8")
    harbor.with_name("bad.toml").write_text("bad")
    tenants.poll()
    looked: list[str] = []

    def look(path: str) -> tuple[int, int, int]:
        looked.append(path)
        return stamp_of(path)

    monkeypatch.setattr("app.adapters.glance.stamp_of", look)
    monkeypatch.setattr("app.adapters.tenants._Entry.unchanged", lambda *_: pytest.fail("a tenant was asked"))
    assert tenants.poll() == frozenset()
    assert len(looked) == len(set(looked))


@pytest.mark.alone
def test_hundreds_of_tenants_are_fine(tenants: Tenants, harbor: Path) -> None:
    """They load in seconds, and looking at them again costs little."""
    text = harbor.read_text(encoding="utf-8")
    for number in range(300):
        other = text.replace('"harbor"', f'"t{number}"', 1).replace("site_harbor_shop", f"site_{number}")
        harbor.with_name(f"t{number}.toml").write_text(other, encoding="utf-8")
    assert len(tenants.poll()) == 300
    began = time.perf_counter()
    assert tenants.poll() == frozenset()
    assert time.perf_counter() - began < 0.5
    os.utime(harbor)
    assert tenants.poll() == {"harbor"}
