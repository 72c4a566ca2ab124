"""The files to deploy with: they name what the service has, and nothing else. Their schemas are `make deploy`'s."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.settings import SECRETS
from app.telemetry import Metrics
from tests.service import Service

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "config" / "deploy"
VARIABLES = set(re.findall(r'"((?:FRONTDESK|OPENAI)_[A-Z_]+)"', (ROOT / "app" / "settings.py").read_text()))


def documents(name: str) -> list[Any]:  # a document is what its author wrote
    """The YAML documents of a file in the folder."""
    return list(yaml.safe_load_all((DEPLOY / name).read_text(encoding="utf-8")))


def test_compose_sets_only_what_is_read() -> None:
    """Variables that the settings know, secrets as files that are there."""
    compose = documents("compose.yaml")[0]
    service = compose["services"]["frontdesk"]
    for name, value in service["environment"].items():
        plain = name.removesuffix("_FILE")
        assert plain in VARIABLES
        if name != plain:
            assert plain in SECRETS
            assert value.removeprefix("/run/secrets/") in service["secrets"]
    assert (
        service["environment"]["FRONTDESK_TRUSTED_PROXIES"]
        == compose["networks"]["inside"]["ipam"]["config"][0]["subnet"]
    )
    assert service["deploy"]["replicas"] == 3


def test_every_secret_is_made_once(tmp_path: Path) -> None:
    """But the key that only its owner has; a second run changes nothing."""
    shutil.copy(DEPLOY / "make-secrets.sh", tmp_path)
    (tmp_path / "secrets").mkdir()
    named = {Path(each["file"]).name for each in documents("compose.yaml")[0]["secrets"].values()}

    def made() -> dict[str, str]:
        subprocess.run(["sh", "make-secrets.sh"], cwd=tmp_path, check=True, capture_output=True)
        return {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()}

    first = made()
    assert named - first.keys() == {"openai_key"}
    assert len(first["secret_key"]) == 64
    assert first["postgres_password"] in first["database_url"]
    assert made() == first
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "secrets").iterdir())


def test_kubernetes_names_what_the_image_has() -> None:
    """Variables, the port and the health routes; the containers may write to nothing but their own folders."""
    pod = next(each for each in documents("kubernetes.yaml") if each["kind"] == "Deployment")["spec"]["template"][
        "spec"
    ]
    image = (ROOT / "Dockerfile").read_text()
    (container,) = pod["containers"]
    assert {each["name"] for each in container["env"]} <= VARIABLES
    assert f"EXPOSE {container['ports'][0]['containerPort']}" in image
    assert f"--uid {pod['securityContext']['runAsUser']}" in image
    for each in (container, *pod["initContainers"]):
        assert each["securityContext"]["readOnlyRootFilesystem"]
        assert {mount["name"] for mount in each["volumeMounts"]} <= {volume["name"] for volume in pod["volumes"]}


@pytest.mark.parametrize("probe", ["startupProbe", "livenessProbe", "readinessProbe"])
def test_the_probes_are_answered(service: Service, probe: str) -> None:
    """Each route that is asked says 200 where all is well."""
    pod = next(each for each in documents("kubernetes.yaml") if each["kind"] == "Deployment")["spec"]["template"][
        "spec"
    ]
    path = pod["containers"][0][probe]["httpGet"]["path"]
    assert service.http.get(path).status_code == 200


def test_alerts_and_dashboard_ask_for_numbers_that_exist() -> None:
    """By their names, as Prometheus reads them, and by their labels."""
    told = Metrics().text().decode()
    known = set(re.findall(r"^# TYPE (\w+)", told, re.MULTILINE))
    asked = (DEPLOY / "alerts.yml").read_text() + json.dumps(
        json.loads((DEPLOY / "grafana" / "frontdesk.json").read_text())
    )
    names = {name.removesuffix("_bucket") for name in re.findall(r"\bfrontdesk_\w+", asked)}
    assert names
    assert names <= known | {f"{name}_total" for name in known}
