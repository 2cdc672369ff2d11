"""Copies of this process do their work on what it holds, and never outlive it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from mithaq.graph import ForkEndedError, ShapesError
from mithaq.graph.forks import begun

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")


def one() -> tuple[str, int]:
    return "one", os.getpid()


def two() -> tuple[str, int]:
    return "two", os.getpid()


def fail() -> tuple[str, int]:
    raise ShapesError("a cycle")


def die() -> tuple[str, int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return one()


def wait() -> tuple[str, int]:
    time.sleep(60)
    return one()


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_works_give_their_results_in_order_from_processes_of_their_own() -> None:
    with begun([one, two]) as given:
        (first, first_pid), (second, second_pid) = given()

    assert (first, second) == ("one", "two")
    assert len({first_pid, second_pid, os.getpid()}) == 3


def test_works_that_are_not_apart_are_done_here() -> None:
    with begun([one, two], apart=False) as given:
        assert given() == [("one", os.getpid()), ("two", os.getpid())]


def test_error_of_a_work_is_raised_where_its_result_is_asked_for() -> None:
    with begun([one, fail]) as given, pytest.raises(ShapesError) as error:
        given()

    assert str(error.value) == "the shapes cannot be used: a cycle"


def test_work_whose_process_is_killed_is_told() -> None:
    with begun([die, two]) as given, pytest.raises(ForkEndedError, match="code -9"):
        given()


def test_works_that_nobody_waits_for_are_ended() -> None:
    started = time.monotonic()

    with begun([wait, wait]):
        pass

    assert time.monotonic() - started < 30


def test_works_end_with_the_process_that_began_them() -> None:
    code = """
        import os, time
        from mithaq.graph.forks import begun
        def work():
            os.write(1, f"{os.getpid()}\\n".encode())
            time.sleep(60)
        with begun([work, work]):
            time.sleep(60)
    """
    lines = "\n".join(line.removeprefix(" " * 8) for line in code.splitlines())
    with subprocess.Popen([sys.executable, "-c", lines], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        copies = [int(process.stdout.readline()) for _ in range(2)]
        process.kill()

    deadline = time.monotonic() + 30
    while any(map(is_there, copies)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_there, copies))
