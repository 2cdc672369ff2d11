"""Sections of the benchmark's page, each written by a command of its own, and how they are put into the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def put_section(page: str, section: str) -> str:
    """Put a section in the place of the one that the page has under its heading, or at the end."""
    heading = section.partition("\n")[0]
    if section_of(page, heading):
        return _section(heading).sub(lambda _: section, page)
    return f"{page.rstrip()}\n\n{section}" if page.strip() else section


def section_of(page: str, heading: str) -> str:
    """Give the section that a page has under a heading; nothing where it has none."""
    found = _section(heading).search(page)
    return found[0] if found else ""


def _section(heading: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(heading.strip())}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table whose first column holds words, the others figures."""
    lines = [header, ["---", *("---:" for _ in header[1:])], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
