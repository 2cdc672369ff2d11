"""The tests that are known to fail, and why each does."""

from __future__ import annotations

import csv
from pathlib import Path


def known_failures() -> dict[str, str]:
    """Give the reasons by the names of the tests."""
    with Path(__file__).with_name("known_failures.csv").open(encoding="utf-8", newline="") as file:
        return {row["test"]: row["why"] for row in csv.DictReader(file)}
