"""Reading real articles one after the other, again and again: how fast, and in how much memory."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mithaq.graph.articles import read_article
from mithaq.graph.extraction import extract, write_trig

from ..measuring import peak_memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mithaq.graph.articles import Article

_ROOT: Final = Path(__file__).resolve().parents[3]
SETS: Final = {"shipped": _ROOT / "seeds", "development": _ROOT / "tests" / "data" / "articles" / "development"}
_WARM: Final = 2
"""After how many times through the tables are read and the patterns compiled."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a set: its size, seconds for each time through, MiB once warm and in the end."""

    name: str
    articles: int
    characters: int
    seconds: tuple[float, ...]
    warm_memory: float
    memory: float

    @property
    def median(self) -> float:
        """The seconds of a time through, once warm."""
        return statistics.median(self.seconds[_WARM:])


def read_here(name: str, seconds: float) -> Reading:
    """Read a set in this process for so many seconds of computing, and at least once when it is warm."""
    articles = [read_article(path) for path in sorted(SETS[name].glob("*.txt"))]
    taken = [_read(articles) for _ in range(_WARM)]
    warm = peak_memory()
    taken.append(_read(articles))
    while sum(taken) < seconds:
        taken.append(_read(articles))
    characters = sum(len(each.text) for each in articles)
    return Reading(name, len(articles), characters, tuple(taken), warm, peak_memory())


def _read(articles: Sequence[Article]) -> float:
    """Propose and write down the facts of each article, and give the seconds of computing that it took."""
    started = time.process_time()
    for article in articles:
        assert write_trig(extract(article))
    return time.process_time() - started


def read_elsewhere(name: str, seconds: float) -> Reading:
    """Read a set in a new process, so that no set warms or burdens another."""
    command = [sys.executable, str(Path(__file__).parents[1]), "read-articles", name, str(seconds)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Reading(**json.loads(done.stdout))


def as_json(reading: Reading) -> str:
    """Write a reading as `read_elsewhere` takes it up."""
    return json.dumps(asdict(reading))
