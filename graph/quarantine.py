"""Quarantine: submissions that were refused, kept aside with the report that says why."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from .articles import SOURCES_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .report import ValidationReport


def set_aside(quarantine: Path, files: Iterable[Path], report: ValidationReport) -> Path:
    """Copy files of facts, with texts, sources and the report, into a new folder of the quarantine; give the folder."""
    folder = _new_folder(quarantine)
    for file in files:
        for each in (file, file.with_suffix(".txt"), file.with_name(SOURCES_FILE)):
            if each.is_file():
                shutil.copyfile(each, folder / each.name)
    (folder / "report.json").write_text(report.to_json(), encoding="utf-8")
    (folder / "report.ttl").write_text(report.to_turtle(), encoding="utf-8")
    return folder


def _new_folder(quarantine: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    folder = quarantine / stamp
    folder.mkdir(parents=True)
    return folder
