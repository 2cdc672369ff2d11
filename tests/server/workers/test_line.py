"""Messages come over the line as they were sent, whole or bit by bit, and files with them."""

from __future__ import annotations

import os
import tempfile
import threading
from typing import TYPE_CHECKING

import pytest

from mithaq.server.workers.line import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mithaq.server.workers.line import Line

SIZES = [0, 1, 16_000, 17_000, 300_000, 5_000_000]


@pytest.fixture
def ends() -> Iterator[tuple[Line, Line]]:
    ours, theirs = line()
    yield ours, theirs
    ours.close()
    theirs.close()


@pytest.mark.parametrize("size", SIZES)
def test_record_comes_as_it_was_sent(ends: tuple[Line, Line], size: int) -> None:
    ours, theirs = ends
    for number in range(2):
        sent = number, "x" * size
        thread = threading.Thread(target=theirs.send, args=(sent,))
        thread.start()

        assert ours.receive() == (sent, None)
        thread.join()


@pytest.mark.parametrize("size", SIZES)
def test_nobody_waits_for_a_record_that_is_taken_as_it_comes(ends: tuple[Line, Line], size: int) -> None:
    ours, theirs = ends
    assert ours.take() is None
    thread = threading.Thread(target=theirs.send, args=("x" * size,))
    thread.start()

    message = None
    while message is None:
        message = ours.take()

    assert message == ("x" * size, None)
    assert ours.take() is None
    thread.join()


@pytest.mark.parametrize("size", [0, 300_000])
def test_file_comes_with_its_record(ends: tuple[Line, Line], size: int) -> None:
    ours, theirs = ends
    with tempfile.TemporaryFile() as sent:
        sent.write(b"content")
        sent.flush()
        thread = threading.Thread(target=theirs.send, args=("x" * size, sent.fileno()))
        thread.start()
        record, file = ours.receive()
        thread.join()

    assert record == "x" * size
    assert file is not None
    with os.fdopen(file, "rb") as came:
        came.seek(0)
        assert came.read() == b"content"
    theirs.send("next")
    assert ours.receive() == ("next", None)


def test_end_of_the_other_side_is_told(ends: tuple[Line, Line]) -> None:
    ours, theirs = ends
    theirs.close()

    with pytest.raises(EOFError):
        ours.take()
    with pytest.raises(OSError, match="pipe"):
        ours.send("nobody reads this")


def test_line_that_an_event_loop_has_watched_still_waits() -> None:
    ours, theirs = line()
    os.set_blocking(ours.fileno(), False)  # as uvloop does
    large = b"x" * 3_000_000
    received: list[object] = []
    listening = threading.Thread(target=lambda: received.append(theirs.receive()[0]))
    listening.start()
    ours.send(large)
    listening.join()
    speaking = threading.Thread(target=theirs.send, args=(large,))
    speaking.start()
    received.append(ours.receive()[0])
    speaking.join()
    assert received == [large, large]
    ours.close()
    theirs.close()
