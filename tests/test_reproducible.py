"""The same sources give the same bytes, whatever folder, clock, language or hash seed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support import ROOT, SITE_URL, own_files

CIRCUMSTANCES = {
    "a": {"PYTHONHASHSEED": "0", "TZ": "Asia/Jakarta", "LC_ALL": "C"},
    "another folder with a longer name": {
        "PYTHONHASHSEED": "4711",
        "TZ": "America/New_York",
        "LC_ALL": "C.UTF-8",
    },
}


def copy_of_the_repository(folder: Path) -> Path:
    """What a clone would hold, uncommitted changes included."""
    for path in own_files():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, folder / path)
    return folder


def hashes(folder: Path) -> dict[str, str]:
    """Every file below a folder, with the hash of its bytes."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
    }


@pytest.fixture(scope="module")
def clones(tmp_path_factory) -> list[Path]:
    """Two copies of the repository, each built under its own circumstances."""
    made = []
    for name, circumstances in CIRCUMSTANCES.items():
        clone = copy_of_the_repository(tmp_path_factory.mktemp("clone") / name)
        fixed = {"SOURCE_DATE_EPOCH": "1661817600", "SITE_URL": SITE_URL}
        env = {**os.environ, **circumstances, **fixed}
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        done = subprocess.run(
            command, cwd=clone, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        made.append(clone)
    return made


def test_two_builds_are_byte_identical(clones):
    first, second = (hashes(clone / "site") for clone in clones)
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []
    assert "artikel/index.html" in first


def test_building_writes_only_the_site_and_caches(clones):
    clone = clones[0]
    before = {path.as_posix() for path in own_files()}
    outside = {path for path in hashes(clone) if not path.startswith("site/")}
    new = {path for path in outside - before if "__pycache__" not in path}
    assert new == set()
    assert hashes(clone / "docs") == {
        path.relative_to("docs").as_posix(): hashlib.sha256((ROOT / path).read_bytes()).hexdigest()
        for path in own_files()
        if path.parts[0] == "docs"
    }
