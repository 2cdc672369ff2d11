"""Real articles are read again and again in processes of their own, and the page keeps a section of each command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from .command import main
from .over_http.section import HEADING as OVER_HTTP
from .real_articles.command import HEADING, as_section
from .real_articles.reading import SETS, Reading, read_here
from .sections import section_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_set_is_read_until_the_seconds_are_over_and_at_least_once_when_warm() -> None:
    reading = read_here("shipped", 0.0)

    assert reading.articles == len(list(SETS["shipped"].glob("*.txt")))
    assert len(reading.seconds) == 3
    assert reading.median == reading.seconds[2]
    assert 10 < reading.warm_memory <= reading.memory


def test_the_section_tells_what_is_read_in_a_second_once_warm() -> None:
    reading = Reading("shipped", 3, 6000, (9.0, 8.0, 0.1, 0.2, 0.3), 80.0, 81.0)

    section = as_section([reading], 1.0)

    assert "| shipped | 3 | 2,000 | 9.00 s | 15.0 | 30,000 | 15 | 80 MiB | 81 MiB |" in section


def test_the_command_writes_its_section_beside_the_others(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Benchmark\n\n{HEADING}\nold\n\n{OVER_HTTP}\nqueries\n", encoding="utf-8")

    result = CliRunner().invoke(main, ["extract", "--seconds", "0", "--output", str(page)])

    assert result.exit_code == 0, result.output
    written = page.read_text(encoding="utf-8")
    assert section_of(written, OVER_HTTP) == f"{OVER_HTTP}\nqueries\n"
    assert all(f"| {name} |" in section_of(written, HEADING) for name in SETS)
    assert "old" not in written
