"""Under mixed load, with workers killed, no answer is wrong, no commit is lost, and memory is steady."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .running import run_load

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 20.0


@pytest.mark.parametrize("copies", [0, 500])
def test_no_answer_is_wrong_and_no_commit_is_lost(tmp_path: Path, copies: int) -> None:
    outcome = run_load(tmp_path, SECONDS, most=5_000, copies=copies)

    assert outcome.faults == []
    done = outcome.tally.done
    assert min(done[what] for what in ("Names", "Sizes", "Content", "Stated", "question stopped", "worker killed")) > 0
    assert min(done[what] for what in ("article added", "article retracted", "facts refused")) > 0
