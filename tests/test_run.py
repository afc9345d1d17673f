"""run.py's decisions, without network and without making an environment."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

import run
from support import ROOT


def program(folder: Path, name: str) -> Path:
    """A file that the PATH finds."""
    folder.mkdir(exist_ok=True)
    file = folder / (f"{name}.exe" if os.name == "nt" else name)
    file.write_text("#!/bin/sh\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


@pytest.fixture
def no_playwright(monkeypatch):
    monkeypatch.setattr(run, "driver_runs", lambda: True)
    monkeypatch.setattr(run, "playwright_chromium", lambda: None)
    monkeypatch.setattr(run, "CHROMIUM_PLACES", ())


# --- Which Chromium ------------------------------------------------------------------------


def test_the_variable_comes_before_the_path(tmp_path):
    program(tmp_path / "bin", "chromium")
    mine = program(tmp_path / "mine", "my-browser")
    env = {"PATH": str(tmp_path / "bin"), "CHROMIUM": str(mine)}
    assert run.find_chromium(env) == mine


def test_a_wrong_variable_is_said_not_ignored(tmp_path):
    program(tmp_path / "bin", "chromium")
    env = {"PATH": str(tmp_path / "bin"), "CHROMIUM": "/no/such/browser"}
    with pytest.raises(run.Stop, match="CHROMIUM is set to '/no/such/browser'"):
        run.find_chromium(env)


@pytest.mark.parametrize("first", range(len(run.CHROMIUM_NAMES)))
def test_names_are_tried_in_order(tmp_path, first):
    for name in run.CHROMIUM_NAMES[first:]:
        program(tmp_path / "bin", name)
    found = run.find_chromium({"PATH": str(tmp_path / "bin")})
    assert found is not None
    assert found.stem == run.CHROMIUM_NAMES[first]


def test_usual_places_come_after_the_path(tmp_path, monkeypatch, no_playwright):
    place = program(tmp_path / "Google", "chrome.exe")
    monkeypatch.setattr(run, "CHROMIUM_PLACES", ("{UNSET}/x", "{LOCALAPPDATA}/Google/chrome.exe"))
    env = {"PATH": str(tmp_path / "empty"), "LOCALAPPDATA": str(tmp_path)}
    assert run.find_chromium(env) == place
    on_path = program(tmp_path / "bin", "chromium")
    assert run.find_chromium({**env, "PATH": str(tmp_path / "bin")}) == on_path


def test_a_place_whose_variable_is_unset_is_left_out():
    places = run.chromium_places({"PROGRAMFILES": "C:/Programs"})
    assert Path("C:/Programs/Google/Chrome/Application/chrome.exe") in places
    assert not any("{" in str(place) or "LOCALAPPDATA" in str(place) for place in places)


def test_variables_with_brackets_in_their_names_are_understood():
    places = run.chromium_places({"PROGRAMFILES(X86)": "C:/x86"})
    assert Path("C:/x86/Google/Chrome/Application/chrome.exe") in places


def test_playwright_is_asked_last(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "CHROMIUM_PLACES", ())
    monkeypatch.setattr(run, "playwright_chromium", lambda: Path("/from/playwright"))
    assert run.find_chromium({"PATH": str(tmp_path)}) == Path("/from/playwright")


def test_no_environment_means_no_playwright(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "venv_python", lambda: tmp_path / "missing" / "python")
    assert run.playwright_chromium() is None


def test_nothing_found_is_installed_and_never_skipped(tmp_path, monkeypatch, no_playwright):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(run, "call", lambda command: 1)
    with pytest.raises(run.Stop, match="set CHROMIUM to its path"):
        run.need_chromium()


def test_an_installation_that_brings_nothing_stops(monkeypatch, no_playwright, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(run, "install_chromium", lambda: None)
    with pytest.raises(run.Stop, match="There is still no Chromium"):
        run.need_chromium()


def test_a_driver_that_does_not_start_gets_its_library(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(run, "driver_runs", lambda: False)
    monkeypatch.setattr(run, "install_with_apt", lambda packages, why: asked.append(packages))
    monkeypatch.setenv("CHROMIUM", str(program(tmp_path, "chromium")))
    assert run.need_chromium() == 0
    assert asked == [["libatomic1"]]


# --- Debian --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("has_apt", "is_root", "advice"),
    [
        (True, True, None),
        (True, False, "Run this, then try again:  sudo apt-get install python3-venv"),
        (False, True, "system's package manager (on Debian: python3-venv)"),
        (False, False, "system's package manager (on Debian: python3-venv)"),
    ],
    ids=["root on Debian", "user on Debian", "root elsewhere", "user elsewhere"],
)
def test_apt_advice(has_apt, is_root, advice):
    said = run.apt_advice(["python3-venv"], "Why.", has_apt=has_apt, is_root=is_root)
    assert said is None if advice is None else advice in said


def test_a_failed_apt_install_stops_with_the_reason(monkeypatch):
    monkeypatch.setattr(run, "apt_advice", lambda *_, **__: None)
    monkeypatch.setattr(run, "call", lambda command, env: 100)
    with pytest.raises(run.Stop, match=r"Tests need it\. apt-get could not install chromium"):
        run.install_with_apt(["chromium"], "Tests need it.")


# --- .venv ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stamp", "healthy", "state"),
    [
        ("a", True, "ready"),
        ("b", True, "outdated"),
        (None, True, "broken"),
        ("a", False, "broken"),
        (None, False, "broken"),
    ],
    ids=["same", "other pins", "interrupted", "Python gone", "nothing there"],
)
def test_state_of_the_environment(stamp, healthy, state):
    assert run.venv_state(stamp, "a", healthy=healthy) == state


def test_fingerprint_follows_the_content_not_the_line_ends(tmp_path):
    files = {"lf": b"a==1\nb==2\n", "crlf": b"a==1\r\nb==2\r\n", "other": b"a==1\nb==3\n"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    lf, crlf, other = (run.fingerprint(tmp_path / name) for name in files)
    assert lf == crlf != other


@pytest.mark.parametrize("code", [0, 1])
def test_the_stamp_is_there_only_after_a_complete_installation(tmp_path, monkeypatch, code):
    stamp = tmp_path / "stamp"
    stamp.write_text("old")
    monkeypatch.setattr(run, "STAMP", stamp)
    monkeypatch.setattr(run, "call", lambda command: int(stamp.exists()) or code)
    assert run.install() == code
    assert run.read_stamp(stamp) == (run.fingerprint() if code == 0 else None)


def test_an_installation_requires_hashes(tmp_path, monkeypatch):
    commands = []
    monkeypatch.setattr(run, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(run, "call", lambda command: commands.append(command) or 0)
    run.install()
    assert "--require-hashes" in commands[0]


def test_an_old_python_is_refused_with_a_reason(monkeypatch):
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 1))
    with pytest.raises(run.Stop, match=r"Python 3\.11 or newer is needed; this is Python 3\.9"):
        run.check_python()


def test_an_environment_whose_python_is_gone_is_not_healthy(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "venv_python", lambda: tmp_path / "python")
    assert not run.is_healthy()


# --- Ports ---------------------------------------------------------------------------------


def test_the_first_free_port_is_taken():
    taken = {8000, 8001}
    assert run.choose_port(None, lambda port: port not in taken) == 8002


def test_a_port_asked_for_is_kept_or_refused():
    assert run.choose_port(9000, lambda port: port == 9000) == 9000
    with pytest.raises(run.Stop, match="Port 9000 is taken"):
        run.choose_port(9000, lambda port: port != 9000)


def test_no_free_port_is_said():
    with pytest.raises(run.Stop, match="No port from 8000 to 8099 is free"):
        run.choose_port(None, lambda port: False)


def test_a_listening_port_is_not_free():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        assert not run.is_free(port)
    assert run.is_free(port)


# --- Steps, commands, exit codes -----------------------------------------------------------


def test_steps_say_their_place_their_result_and_their_time(capsys):
    steps = run.Steps(2)
    assert steps.run("First", lambda: 0) == 0
    assert steps.run("Second", lambda: 3) == 3
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "[1/2] First ..."
    assert lines[1].startswith("[1/2] First: done, ")
    assert lines[3].startswith("[2/2] Second: FAILED (exit 3), ")
    assert lines[3].endswith(" s")
    assert steps.failed == ["Second"]


def test_every_check_runs_although_one_fails(monkeypatch, capsys):
    ran = []

    def tool(module, *arguments, **env):
        ran.append((module, *arguments))
        return int(module == "mypy")

    monkeypatch.setattr(run, "tool", tool)
    monkeypatch.setattr(run, "prepare", run.Steps)
    monkeypatch.setattr(run, "find_chromium", lambda: Path("/a/chromium"))
    assert run.main(["test", "-k", "name"]) == 1
    assert [first for first, *_ in ran] == ["ruff", "ruff", "mypy", "pytest"]
    assert ran[-1] == ("pytest", "-k", "name")
    assert capsys.readouterr().out.splitlines()[-1] == "FAILED: Types: mypy"


def test_build_is_strict_and_never_quiet(monkeypatch):
    ran = []
    monkeypatch.setattr(run, "tool", lambda *arguments, **env: ran.append(arguments) or 1)
    monkeypatch.setattr(run, "prepare", run.Steps)
    assert run.main(["build"]) == 1
    assert ran == [("mkdocs", "build", "--strict")]


def test_stopping_is_exit_1_and_ctrl_c_is_exit_130(monkeypatch, capsys):
    def stop(**_):
        raise run.Stop("Do this.")

    def interrupt(**_):
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "build", stop)
    assert run.main(["build"]) == 1
    assert capsys.readouterr().out == "run.py: Do this.\n"
    monkeypatch.setattr(run, "build", interrupt)
    assert run.main(["build"]) == 130


@pytest.mark.parametrize("arguments", [[], ["bild"], ["build", "--fast"]], ids=str)
def test_a_wrong_command_line_is_exit_2(arguments, capsys):
    with pytest.raises(SystemExit, match="2"):
        run.main(arguments)
    assert "usage: run.py" in capsys.readouterr().err


def test_help_names_the_commands(capsys):
    assert run.main(["help"]) == 0
    said = capsys.readouterr().out
    assert all(command in said for command in ("serve", "build", "test"))


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a process group only on POSIX")
def test_ctrl_c_lets_the_program_end_by_itself(tmp_path):
    child = tmp_path / "child.py"
    child.write_text(
        "import time, sys\n"
        "try:\n    print('ready', flush=True); time.sleep(30)\n"
        "except KeyboardInterrupt:\n    time.sleep(0.6); print('tidied', flush=True)\n"
    )
    code = (
        "import signal, sys, run\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a background job ignores it
        f"run.build = lambda **_: run.call([sys.executable, {str(child)!r}])\n"
        "sys.exit(run.main(['build']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(0.1)
        os.killpg(process.pid, signal.SIGINT)
        said, _ = process.communicate(timeout=20)
    assert said.split() == [b"tidied", b"Stopped."]
    assert process.returncode == 130


def test_links_shows_its_own_options(monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(run, "links", lambda options: asked.extend(options) or 0)
    assert run.main(["links", "--help"]) == 0
    assert asked == ["--help"]


def test_without_git_and_without_a_date_editions_say_what_to_set(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(run.Stop, match="Set SOURCE_DATE_EPOCH"):
        run.source_date()


def test_the_standard_library_is_enough():
    command = [sys.executable, "-I", "-S", str(ROOT / "run.py"), "help"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
