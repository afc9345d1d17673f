"""The check of addresses: decisions as a table, the transport against a hostile server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
import yaml

from explainer.linkcheck import (
    Answer,
    Request,
    Visit,
    addresses_of,
    availability,
    copy_in,
    due,
    in_turn,
)
from explainer.linkfetch import Terms, fetch
from explainer.linkrun import Bar, Check, Gate, known_addresses
from explainer.linkstate import Checked, read_checks, written
from explainer.refwords import OUTCOMES
from hostile import OK, drip, flood, hostile, redirect, silent
from support import ROOT, cases

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
HERE = Terms(deadline=1.0, private=frozenset(["127.0.0.1"]))


# --- decisions -----------------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("links"))
def test_the_table(case):
    visit = Visit(case["address"], NOW.date())
    asked, step = [], visit.request
    for answer in case["answers"]:
        assert isinstance(step, Request), "the check ended before its answers did"
        pause = f" {step.pause:g}" if step.pause else ""
        asked.append(f"{step.method} {step.address}{pause}")
        step = visit.take(Answer(**answer), NOW)
    assert asked == case["asked"]
    assert isinstance(step, Checked), f"the check goes on with {step}"
    found = {k: v for k, v in asdict(step).items() if v}
    assert found == {"address": case["address"], "checked": "2026-11-25", **case["found"]}


def test_the_table_meets_every_outcome():
    met = {case.values[0]["found"]["outcome"] for case in cases("links")}
    assert met == set(OUTCOMES)


def test_a_chain_without_end_ends():
    visit, step = Visit("https://a.example/0", NOW.date()), None
    for k in range(50):
        step = visit.take(Answer(302, f"/{k + 1}"), NOW)
        if isinstance(step, Checked):
            break
    assert isinstance(step, Checked)
    assert (step.outcome, k < 15) == ("broken", True)


def test_addresses_of_works_are_urls_dois_and_copies_each_once():
    items = [
        {"URL": "https://a.example/1", "DOI": "10.1/x"},
        {"URL": "https://a.example/1", "archive_location": "https://web.archive.org/web/1/x"},
        {"archive_location": "Box 7, folder 3"},
        {},
    ]
    assert addresses_of(items) == [
        "https://a.example/1",
        "https://doi.org/10.1/x",
        "https://web.archive.org/web/1/x",
    ]


def test_what_is_due_and_in_which_order():
    checks = {
        "https://a.example/new": Checked("https://a.example/new", "ok", 200, "2026-11-20"),
        "https://a.example/old": Checked("https://a.example/old", "ok", 200, "2026-09-01"),
        "https://a.example/bad": Checked("https://a.example/bad", "ok", 200, "yesterday"),
    }
    addresses = [*checks, "https://b.example/1", "https://b.example/2"]
    waiting = due(addresses, checks, date(2026, 11, 25), 30)
    assert waiting == [
        "https://a.example/old",
        "https://b.example/1",
        "https://a.example/bad",
        "https://b.example/2",
    ]
    assert len(due(addresses, checks, date(2026, 11, 25), 0)) == 5


def test_hosts_take_turns():
    assert in_turn(["http://a/1", "http://a/2", "http://a/3", "http://b/1"]) == [
        "http://a/1",
        "http://b/1",
        "http://a/2",
        "http://a/3",
    ]


def test_the_address_that_asks_for_a_copy():
    assert availability("https://a.example/x?y=1&z=2", "2022-08-15") == (
        "https://archive.org/wayback/available?"
        "url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1%26z%3D2&timestamp=20220815"
    )


COPY = "http://web.archive.org/web/20220816000000/https://a.example/x"


@pytest.mark.parametrize(
    ("closest", "copy"),
    [
        ({"available": True, "status": "200", "url": COPY}, COPY.replace("http:", "https:", 1)),
        ({"available": True, "status": "404", "url": COPY}, ""),
        ({"available": False, "status": "200", "url": COPY}, ""),
        ({"available": True, "status": "200", "url": "https://evil.example/"}, ""),
        ({}, ""),
        (None, ""),
    ],
)
def test_a_copy_is_proposed_only_when_there_is_a_good_one(closest, copy):
    answer = {"archived_snapshots": {"closest": closest} if closest is not None else {}}
    assert copy_in(json.dumps(answer).encode()) == copy


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"null", b"\xff\xfe"])
def test_an_answer_that_is_none_proposes_nothing(body):
    assert copy_in(body) == ""


# --- the file ------------------------------------------------------------------------------------


def test_a_row_is_read_as_it_was_written():
    check = Checked("https://a.example/x", "gone", 404, "2026-11-25", "", COPY)
    assert read_checks([written(check)]) == {check.address: check}


@pytest.mark.parametrize("raw", [None, "text", {}, [None], [{"address": "x"}], [{"outcome": "ok"}]])
def test_a_file_that_is_none_is_empty(raw):
    assert read_checks(raw) == {}


def test_an_unknown_outcome_is_left_out():
    assert read_checks([{"address": "https://a.example/", "outcome": "fine"}]) == {}


# --- the transport -------------------------------------------------------------------------------


BAD_HEADERS = {
    "/no-status": b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
    "/bad-status": b"HTTP/1.1 two hundred\r\n\r\n",
    "/long-header": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n",
    "/many-headers": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n",
    "/cut": b"HTTP/1.1 200",
    "/nothing": b"",
}


@pytest.mark.parametrize("path", BAD_HEADERS)
def test_hostile_headers_are_one_word_and_no_crash(path):
    with hostile(BAD_HEADERS) as server:
        answer = fetch(Request(server.address(path), "GET"), HERE)
    assert (answer.status, answer.error) in [(0, "malformed"), (200, "")]
    assert answer.error or path == "/cut"  # a status and no more is a status


@pytest.mark.parametrize("script", [drip, silent], ids=["slow drip", "silence"])
def test_the_deadline_holds_for_the_whole_request(script):
    with hostile({"/x": script}) as server:
        answer = fetch(Request(server.address("/x"), "GET"), HERE)
    assert answer == Answer(error="timeout")  # to the end of the script it would be "malformed"


def test_a_body_without_end_is_not_read():
    with hostile({"/x": flood}) as server:
        assert fetch(Request(server.address("/x"), "GET"), HERE) == Answer(200)
        some = fetch(Request(server.address("/x"), "GET"), HERE, most=1000)
    assert (some.status, len(some.body)) == (200, 1000)


def test_headers_that_matter_come_through():
    head = b"HTTP/1.1 429 No\r\nRetry-After: 7\r\nLocation: /caf\xc3\xa9\r\n\r\n"
    with hostile({"/x": head}) as server:
        answer = fetch(Request(server.address("/x")), HERE)
    assert answer == Answer(429, "/café", "7")


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("http://127.0.0.2/", "unsafe"),
        ("http://localhost/", "unsafe"),
        ("http://10.0.0.1/", "unsafe"),
        ("http://192.168.1.1/", "unsafe"),
        ("http://169.254.169.254/latest/meta-data/", "unsafe"),
        ("http://[::1]/", "unsafe"),
        ("http://[::ffff:127.0.0.1]/", "unsafe"),
        ("http://0.0.0.0/", "unsafe"),
        ("file:///etc/hosts", "unsafe"),
        ("http://a.example:99999999/", "malformed"),
        ("http:///x", "unsafe"),
        ("http://a..b/", "malformed"),
    ],
)
def test_what_is_never_called(address, error):
    assert fetch(Request(address), HERE).error == error


def test_a_path_with_odd_letters_is_escaped_and_cannot_smuggle_a_header():
    with hostile({"/caf%C3%A9%20%0D%0AX:%201?q=%20": OK}) as server:
        answer = fetch(Request(server.address("/café \r\nX: 1?q= ")), HERE)
        asked = [path for _, path, _ in server.asked]
    # urlsplit drops line ends, as the WHATWG URL standard does
    assert asked == ["/caf%C3%A9%20X:%201?q=%20"]
    assert answer.status == 404


# --- a run ---------------------------------------------------------------------------------------


def checked(server, paths, tmp_path):
    """A run over paths of the server: what links.yml says afterwards, and what was told."""
    told: list[str] = []
    file = tmp_path / "links.yml"
    check = Check(file, lambda request, most: fetch(request, HERE, most), Gate(0))
    check.run([server.address(path) for path in paths], told.append)
    rows = {row["address"]: row for row in yaml.safe_load(file.read_text("utf-8"))}
    return {path: rows[server.address(path)] for path in paths}, "".join(told)


def test_a_run_writes_what_it_finds(tmp_path, monkeypatch):
    monkeypatch.setattr("explainer.linkcheck.FIRST_PAUSE", 0.01)
    scripts = {
        "/ok": OK,
        "/moved": redirect("/ok", 301),
        "/loop": redirect("/loop2"),
        "/loop2": redirect("/loop"),
        "/inside": redirect("http://10.0.0.1/secret"),
        "/file": redirect("file:///etc/hosts"),
        "/script": redirect("javascript:alert(1)"),
        "/slow": silent,
    }
    with hostile(scripts) as server:
        paths = [*scripts, "/missing"]
        monkeypatch.setattr("explainer.linkrun.availability", lambda a: server.address("/copy"))
        rows, told = checked(server, paths, tmp_path)
        moved = server.address("/ok")
    assert {path: row["outcome"] for path, row in rows.items()} == {
        "/ok": "ok",
        "/moved": "moved",
        "/loop": "broken",
        "/loop2": "broken",
        "/inside": "unsafe",
        "/file": "unsafe",
        "/script": "unsafe",
        "/slow": "unreachable",
        "/missing": "gone",
    }
    assert rows["/moved"]["moved_to"] == moved
    assert rows["/missing"]["status"] == 404
    assert "Checked 9: " in told


def test_a_copy_is_asked_for_what_is_lost_and_kept_from_one_run_to_the_next(tmp_path, monkeypatch):
    body = json.dumps(
        {"archived_snapshots": {"closest": {"available": True, "status": "200", "url": COPY}}}
    ).encode()
    scripts = {"/copy": b"HTTP/1.1 200 OK\r\n\r\n" + body, "/ok": OK}
    with hostile(scripts) as server:
        monkeypatch.setattr("explainer.linkrun.availability", lambda a: server.address("/copy"))
        first, _ = checked(server, ["/missing", "/ok"], tmp_path)
        asked = [path for _, path, _ in server.asked]
        again, _ = checked(server, ["/missing"], tmp_path)
    copy = COPY.replace("http:", "https:", 1)
    assert (first["/missing"]["archived"], "archived" in first["/ok"]) == (copy, False)
    assert asked.count("/copy") == 1
    assert again["/missing"]["archived"] == copy


def test_one_host_is_asked_with_pauses_and_others_meanwhile(monkeypatch):
    waits: list[float] = []
    monkeypatch.setattr("explainer.linkrun.time.monotonic", lambda: 7.0)
    gate = Gate(0.5, SimpleNamespace(wait=waits.append))
    for host in "abaa":
        gate.wait(f"https://{host}.example/")
    assert waits == [0.0, 0.0, 0.5, 1.0]


def test_a_fault_of_ours_is_not_swallowed(tmp_path):
    def broken(request, most):
        raise RuntimeError("a fault of ours")

    check = Check(tmp_path / "links.yml", broken, Gate(0))
    with pytest.raises(RuntimeError, match="a fault of ours"):
        check.run(["https://a.example/"], lambda text: None)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a process group only on POSIX")
def test_ctrl_c_keeps_what_was_found_and_the_next_run_goes_on(tmp_path):
    scripts = {"/ok": OK, "/slow": silent}
    with hostile(scripts) as server:
        code = f"""
import signal, sys
from pathlib import Path
sys.path[:0] = ["hooks"]
from explainer import linkrun, linkfetch
signal.signal(signal.SIGINT, signal.default_int_handler)
terms = linkfetch.Terms(15.0, frozenset(["127.0.0.1"]))
linkrun.fetch = lambda request, most=0: linkfetch.fetch(request, terms, most)
linkrun.known_addresses = lambda: {[server.address(p) for p in ("/ok", "/slow")]!r}
linkrun.DOCS = Path({str(tmp_path)!r})
linkrun.PATH = "links.yml"
linkrun._SAVE_EVERY = 0
sys.exit(linkrun.main([]))
"""
        with subprocess.Popen(
            [sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True
        ) as process:
            deadline = time.monotonic() + 20
            while not (tmp_path / "links.yml").is_file() and time.monotonic() < deadline:
                time.sleep(0.05)
            os.killpg(process.pid, signal.SIGINT)
            _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Stopped; what was found is kept." in said
    kept = read_checks(yaml.safe_load((tmp_path / "links.yml").read_text("utf-8")))
    assert [check.outcome for check in kept.values()] == ["ok"]
    waiting = due(
        [server.address("/ok"), server.address("/slow")], kept, datetime.now(UTC).date(), 30
    )
    assert waiting == [server.address("/slow")]


@pytest.mark.parametrize("live", [True, False])
def test_the_bar_says_how_far_the_run_is(live):
    told: list[str] = []
    bar = Bar(40, told.append, live=live)
    for _ in range(40):
        bar.step(Checked("https://a.example/", "ok"))
    bar.end()
    text = "".join(told)
    assert ("\r[" + "#" * 30 + "] 40/40" in text) is live
    assert ("20/40\n40/40\n" in text) is not live
    assert text.endswith("Checked 40: ok 40\n")


def test_the_addresses_of_the_real_sources_are_many_and_all_of_the_web():
    addresses = known_addresses()
    assert len(addresses) > 250
    assert [a for a in addresses if not a.startswith(("http://", "https://"))] == []
