"""What is said in several places is the same everywhere."""

from __future__ import annotations

import re
import subprocess
import tomllib
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

import paraplu

if TYPE_CHECKING:
    from pathlib import Path

REQUIREMENT = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?(.*)$")


def bounds(requirements: list[Any]) -> dict[str, str]:
    """Return the bounds by name of package."""
    matches = [REQUIREMENT.match(r) for r in requirements if isinstance(r, str)]
    return {match[1]: match[2].replace(" ", "") for match in matches if match}


def project(reference: Path) -> dict[str, Any]:
    """Return the project table of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((reference / "pyproject.toml").read_text("utf-8"))
    return table["project"]  # type: ignore[no-any-return]


def test_conda_has_the_bounds_of_the_package(reference: Path) -> None:
    """Of Python too."""
    conda = bounds(YAML(typ="safe").load(reference / "environment.yml")["dependencies"])
    own = bounds(project(reference)["dependencies"])
    shared = conda.keys() & own.keys()
    assert {"jupyterlab", "pandas", "spacy", "bertopic", "matplotlib"} <= shared
    assert {name: conda[name] for name in shared} == {name: own[name] for name in shared}
    assert conda["python"] == project(reference)["requires-python"]


def test_the_version_is_said_once(reference: Path) -> None:
    """The package and its metadata agree."""
    assert project(reference)["version"] == paraplu.__version__


def test_settings_of_the_reference_study_and_of_a_new_one_have_the_same_sections(
    reference: Path,
) -> None:
    """What can be set is shown in both."""
    text = (reference / "src/paraplu/scaffold/template/paraplu.toml").read_text("utf-8")
    filled = re.sub(r"\{\{(\w+)\}\}", r'"x"', text).replace('\n"x"\n', "\n")
    new = tomllib.loads(filled)
    old = tomllib.loads((reference / "paraplu.toml").read_text("utf-8"))
    assert new.keys() >= old.keys() - {"report"}
    assert new["topics"].keys() >= old["topics"].keys()


def test_make_without_a_target_tells_what_there_is(reference: Path) -> None:
    """And does nothing else."""
    done = subprocess.run(
        ["make"],  # noqa: S607
        cwd=reference, check=True, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    for target in ("study", "test", "lint", "bench", "clean"):
        assert f"make {target}" in done.stdout


def test_setting_up_brings_no_torch(reference: Path) -> None:
    """In the lock only the extra for transformers leads to torch; development does not."""
    lock = tomllib.loads((reference / "uv.lock").read_text(encoding="utf-8"))
    needs: dict[str, set[str]] = {}
    for package in lock["package"]:
        asked = package.get("dependencies", [])
        needs.setdefault(package["name"], set()).update(one["name"] for one in asked)
    own = next(package for package in lock["package"] if package["name"] == "paraplu")

    def reach(asked: list[dict[str, str]]) -> set[str]:
        found: set[str] = set()
        waiting = [one["name"] for one in asked]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += needs[name]
        return found

    usual = reach([*own["dependencies"], *own["dev-dependencies"]["dev"]])
    assert "bertopic" in usual
    assert not {name for name in usual if name == "torch" or name.startswith("nvidia")}
    assert "torch" in reach(own["optional-dependencies"]["transformers"])
