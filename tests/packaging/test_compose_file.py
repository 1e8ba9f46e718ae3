"""docker-compose.yml as text: what can be held without a Docker daemon."""

from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]


def compose() -> dict[str, Any]:
    document = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    assert isinstance(document, dict)
    return document


def test_password_has_no_default() -> None:
    uses = [line for line in (ROOT / "docker-compose.yml").read_text().splitlines() if "${NEO4J_PASSWORD" in line]
    assert len(uses) == 2
    assert all("${NEO4J_PASSWORD:?" in line for line in uses)
    assert "\nNEO4J_PASSWORD=\n" in (ROOT / ".env.example").read_text()


def test_api_waits_for_a_healthy_database_and_the_seeding() -> None:
    services = compose()["services"]
    assert "healthcheck" in services["neo4j"]
    assert services["seed"]["command"] == ["seed", "--if-empty"]
    assert services["seed"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert services["api"]["depends_on"] == {
        "neo4j": {"condition": "service_healthy"},
        "seed": {"condition": "service_completed_successfully"},
    }


def test_data_lies_in_a_named_volume_and_the_database_is_not_published() -> None:
    document = compose()
    neo4j = document["services"]["neo4j"]
    assert neo4j["volumes"] == ["neo4j-data:/data"]
    assert "neo4j-data" in document["volumes"]
    assert "ports" not in neo4j


def test_image_runs_without_root_and_is_watched() -> None:
    runtime = (ROOT / "Dockerfile").read_text().split("\nFROM ")[-1]
    assert "\nUSER engagegraph\n" in runtime
    assert "\nHEALTHCHECK " in runtime
    assert "/health/ready" in runtime
