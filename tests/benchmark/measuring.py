"""Measuring: what a measurement is, how it is run in a process of its own, and the rows that come of it."""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from .inputs import Inputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_KIBI: Final = 2**10
_LONG: Final = 60.0

Measure: TypeAlias = "Callable[[Inputs], list[float]]"
"""Measures something on a data set and gives the seconds that it took, each time that it was done."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """Something that is measured; above `largest` triples it takes minutes, and is done only when asked for."""

    name: str
    measure: Measure
    largest: int


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times longer some measurements together take than another."""

    longer: tuple[str, ...]
    shorter: str

    @property
    def name(self) -> str:
        """The ratio in words."""
        return f"{' + '.join(self.longer)} / {self.shorter}"


@dataclass(frozen=True, slots=True)
class Difference:
    """How much longer a measurement takes than another one that leaves out a part of its work."""

    name: str
    whole: str
    rest: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How often each measurement is made, after how many seconds it is given up, and whether slow ones are made.

    What takes minutes is made once: a measurement is repeated as long as all its runs took less than a minute.
    """

    repeat: int
    seconds: int
    slow: bool


@dataclass(frozen=True, slots=True)
class Timings:
    """What one process measured: the seconds, and the most memory that the process took, in MiB."""

    seconds: tuple[float, ...]
    memory: float


@dataclass(frozen=True, slots=True)
class Row:
    """What came of a measurement at a size: all its timings, and the most memory that a process of it took.

    Without timings it was given up after so many seconds, or failed with an error; one that was worked out from others
    took no memory.
    """

    name: str
    size: int
    seconds: tuple[float, ...] = ()
    memory: float = 0
    given_up: int = 0
    error: str = ""

    @property
    def median(self) -> float | None:
        """The median of the timings in seconds."""
        return statistics.median(self.seconds) if self.seconds else None

    @property
    def summary(self) -> str:
        """The row in one line."""
        figure = f"{self.median:.4f} s" if self.median is not None else self.error or f"more than {self.given_up} s"
        return f"{self.size:>9,}  {self.name}: {figure}, {self.memory:.0f} MiB"


def measure_all(
    measurements: Iterable[Measurement],
    inputs: Sequence[Inputs],
    limits: Limits,
    tell: Callable[[Row], None],
) -> list[Row]:
    """Make every measurement at every size that it is made at, telling of each row as it comes."""
    rows = []
    for measurement in measurements:
        for each in inputs:
            if limits.slow or each.counts.size <= measurement.largest:
                rows.append(_row(measurement, each, limits))
                tell(rows[-1])
    return rows


def differences_of(rows: Iterable[Row], differences: Iterable[Difference]) -> list[Row]:
    """Work out differences, at each size at which both sides were measured."""
    medians = {(row.name, row.size): row.median for row in rows if row.median is not None}
    return [
        Row(each.name, size, (whole - medians[each.rest, size],))
        for each in differences
        for (name, size), whole in medians.items()
        if name == each.whole and (each.rest, size) in medians
    ]


def _row(measurement: Measurement, inputs: Inputs, limits: Limits) -> Row:
    name, size = measurement.name, inputs.counts.size
    seconds: list[float] = []
    memory = 0.0
    for _ in range(limits.repeat):
        if sum(seconds) > _LONG:
            break
        try:
            timings = _timings_elsewhere(measurement, inputs, limits.seconds)
        except subprocess.TimeoutExpired:
            return Row(name, size, given_up=limits.seconds)
        except subprocess.CalledProcessError as error:
            return Row(name, size, error=str(error.stderr).strip().splitlines()[-1])
        seconds += timings.seconds
        memory = max(memory, timings.memory)
    return Row(name, size, tuple(seconds), memory)


def _timings_elsewhere(measurement: Measurement, inputs: Inputs, limit: int) -> Timings:
    """Measure in a new process, so that no measurement warms or burdens another; raises as `subprocess.run` does."""
    command = [sys.executable, str(Path(__file__).parent), "measure", measurement.name, str(inputs.folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=limit)
    return Timings(**json.loads(done.stdout))


def timings_here(measurement: Measurement, folder: Path) -> Timings:
    """Measure in this process."""
    seconds = measurement.measure(Inputs.in_folder(folder))
    return Timings(tuple(seconds), peak_memory())


def peak_memory() -> float:
    """Give the most memory that this process took, in MiB.

    Linux tells it of the program alone; elsewhere it may be that of the process which started this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / _KIBI
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / _KIBI if sys.platform != "darwin" else peak / _KIBI**2
