"""The pass table: how many tests of each group pass, and which do not, as Markdown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from .suite import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .judging import Verdict

_HEADER: Final = """\
# The W3C's test suites, over HTTP

Written by `python tests/server/standards`; change the code that tests, not this page.

Every test is put to a running service over HTTP, on a store that was emptied before: queries and updates to their
endpoints, documents to the graph store. Literals compare as the store writes them, graphs and solutions up to the names
of blank nodes, solutions as bags. A syntax test passes when the service calls a malformed text malformed and no other.
`mithaq serve` ran with `--policy open`, and fetched nothing. The entailment regimes are not among what is asked.
"""


def as_markdown(
    verdicts: Mapping[str, Sequence[Verdict]], surroundings: Iterable[tuple[str, str]], reasons: Mapping[str, str]
) -> str:
    """Write the page: verdicts by the name of the service, what they were made with, and why some tests fail."""
    services = list(verdicts)
    parts = [
        _HEADER,
        _table(["", ""], surroundings),
        "## Passed\n",
        _table(["", *services], _sections(verdicts)),
        "## By group\n",
        _table(["", *services], _groups(verdicts)),
        "## Not passed\n",
        _table(["test", *services, "why"], _failures(verdicts, reasons)),
    ]
    return "\n".join(parts)


def _sections(verdicts: Mapping[str, Sequence[Verdict]]) -> list[list[str]]:
    counts = [_counts((each.section, each.passed) for each in judged) for judged in verdicts.values()]
    total = ["**all**", *(f"**{sum(c[s, True] for s in SECTIONS)} of {sum(c.values())}**" for c in counts)]
    return [[section, *(_of(count, section) for count in counts)] for section in SECTIONS] + [total]


def _groups(verdicts: Mapping[str, Sequence[Verdict]]) -> list[list[str]]:
    counts = [_counts((group(each), each.passed) for each in judged) for judged in verdicts.values()]
    names = dict.fromkeys(group(each) for judged in verdicts.values() for each in judged)
    return [[name, *(_of(count, name) for count in counts)] for name in names]


def group(verdict: Verdict) -> str:
    """Name the group of a test, which two parts of the suites may call the same."""
    return f"{' '.join(verdict.section.split()[:2])}: {verdict.group}"


def _counts(outcomes: Iterable[tuple[str, bool]]) -> Counter[tuple[str, bool]]:
    return Counter(outcomes)


def _of(counts: Counter[tuple[str, bool]], name: str) -> str:
    return f"{counts[name, True]} of {counts[name, True] + counts[name, False]}"


def _failures(verdicts: Mapping[str, Sequence[Verdict]], reasons: Mapping[str, str]) -> list[list[str]]:
    failed = [{label(each) for each in judged if not each.passed} for judged in verdicts.values()]
    named = dict.fromkeys(label(each) for judged in verdicts.values() for each in judged)
    return [
        [test, *("fails" if test in of_one else "passes" for of_one in failed), reasons.get(test, "")]
        for test in named
        if any(test in of_one for of_one in failed)
    ]


def label(verdict: Verdict) -> str:
    """Name a test among all of them."""
    return f"{group(verdict)}/{verdict.name}"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
