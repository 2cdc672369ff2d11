"""Questions with the queries that answer them: each file of a folder is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mithaq.graph import Language

_FOLDER = Path(__file__).resolve().parent / "examples"
_QUESTION = re.compile(r"^# (?P<language>ar|en): (?P<question>.+)\n", re.MULTILINE)


@dataclass(frozen=True)
class ExampleQuery:
    """A question in both languages, and the query that answers it."""

    english: str
    arabic: str
    query: str

    def question(self, language: Language) -> str:
        """Give the question in one language."""
        return self.arabic if language == "ar" else self.english


def read_example_queries(folder: Path = _FOLDER) -> tuple[ExampleQuery, ...]:
    """Read every example of a folder, in the order of the files' names; those of the start page where none is given."""
    return tuple(_read(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.rq")))


def _read(text: str) -> ExampleQuery:
    questions = {match["language"]: match["question"] for match in _QUESTION.finditer(text)}
    return ExampleQuery(questions["en"], questions["ar"], _QUESTION.sub("", text).strip())
