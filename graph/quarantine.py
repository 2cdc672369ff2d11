"""Quarantine: submissions that were refused, kept aside with the report that says why."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from .articles import SOURCES_FILE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .report import ValidationReport

_SUBMITTED: Final = "submitted"


def set_aside(quarantine: Path, files: Sequence[Path], report: ValidationReport) -> Path:
    """Copy files of facts, with texts, sources and the report, into a new folder of the quarantine; give the folder.

    Files of several folders stay in folders of their own: each may have a sources.ttl, and files of the same names.
    """
    folder = _new_folder(quarantine)
    for file, home in zip(files, _homes(files, folder / _SUBMITTED), strict=True):
        home.mkdir(parents=True, exist_ok=True)
        for each in (file, file.with_suffix(".txt"), file.with_name(SOURCES_FILE)):
            if each.is_file():
                shutil.copyfile(each, home / each.name)
    (folder / "report.json").write_text(report.to_json(), encoding="utf-8")
    (folder / "report.ttl").write_text(report.to_turtle(), encoding="utf-8")
    return folder


def _homes(files: Sequence[Path], below: Path) -> list[Path]:
    """Give for each file where it is kept: folders of different places stay apart, as they lie below a common one."""
    places = [file.resolve().parent for file in files]
    common = os.path.commonpath(places)
    return [below / place.relative_to(common) for place in places]


def _new_folder(quarantine: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    folder = quarantine / stamp
    folder.mkdir(parents=True)
    return folder
