"""The locks: every package with check sums, no address, and all that building needs."""

import functools
import json
import re
import tomllib
from importlib.metadata import distribution, distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def pins(lock: str) -> dict[str, str]:
    """Name and version of every package a lock holds."""
    return dict(re.findall(r"^([a-z0-9.-]+)(?:\[[a-z,]+\])?==([^ ;\\]+)", (ROOT / lock).read_text(), re.MULTILINE))


def normal(requirement: str) -> str:
    """The canonical name of the package that a requirement asks for."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^A-Za-z0-9._-]", requirement)[0]).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_address_and_no_path(lock: str) -> None:
    text = (ROOT / lock).read_text()
    for sign in ("://", "--index", "--extra-index", "--find-links", "file:", " /"):
        assert sign not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_check_sums(lock: str) -> None:
    blocks = re.split(r"\n(?=[a-z])", (ROOT / lock).read_text().split("make lock\n", 1)[1].strip())
    assert len(blocks) == len(pins(lock)) > 10
    for block in blocks:
        assert re.fullmatch(r"[a-z0-9.-]+(\[[a-z,]+\])?==.*(\n    --hash=sha256:[0-9a-f]{64}( \\)?)+", block), block


def test_dev_lock_holds_runtime_dev_group_and_build_requirements() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    runtime, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {normal(each) for each in project["project"]["dependencies"]} <= runtime.keys()
    assert runtime.items() <= dev.items()
    wanted = [*project["dependency-groups"]["dev"], *project["build-system"]["requires"]]
    assert {normal(each) for each in wanted} <= dev.keys()


@pytest.mark.parametrize("lock", LOCKS)
def test_extras_that_packages_ask_of_each_other_are_pinned(lock: str) -> None:
    """Pip before 23.3 takes a hashed pin without the extra for none at all."""
    text = (ROOT / lock).read_text()
    for name in pins(lock):
        for line in distribution(name).requires or () if name in installed() else ():
            requirement = Requirement(line)
            if requirement.extras and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
                assert re.search(rf"^{normal(requirement.name)}\[", text, re.MULTILINE), f"{name} wants {line}"


@functools.cache
def installed() -> set[str]:
    return {normal(each.name) for each in distributions()}


def test_npm_lock_holds_check_sums_and_no_address() -> None:
    lock = json.loads((ROOT / "graphiql/package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert len(packages) > 50
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert package["integrity"].startswith("sha512-"), name
