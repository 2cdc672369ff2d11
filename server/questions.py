"""The questions that the graph is held to, by topic, as examples for those who ask: each file is one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mithaq.graph import Text

from .example_queries import ExampleQuery, read_example_queries

if TYPE_CHECKING:
    from collections.abc import Mapping

_HERE: Final = Path(__file__).resolve().parent
_FOLDERS: Final = (_HERE / "questions", _HERE.parent / "tests" / "questions")
"""Where they stand in the installed package, and in a checkout, where they are tests."""

_TOPICS: Final[Mapping[str, Text]] = {
    "treaties": Text(en="Treaties and other instruments", ar="المعاهدات والصكوك الأخرى"),
    "obligations": Text(en="Obligations and rights", ar="الالتزامات والحقوق"),
    "recognition": Text(en="Recognition and relations", ar="الاعتراف والعلاقات"),
    "offices": Text(en="Offices and their holders", ar="المناصب وشاغلوها"),
    "memberships": Text(en="Memberships", ar="العضويات"),
    "citizenship": Text(en="Citizenship", ar="الجنسية"),
    "military": Text(en="Armed forces", ar="القوات المسلحة"),
    "conflicts": Text(en="Conflicts", ar="النزاعات"),
    "statements": Text(en="Who said what", ar="من قال ماذا"),
    "dates": Text(en="Dates", ar="التواريخ"),
    "evidence": Text(en="The words behind the facts", ar="الكلمات التي وراء المعلومات"),
    "comparison": Text(en="Comparisons", ar="مقارنات"),
    "not-stated": Text(en="What the articles do not state", ar="ما لا تذكره المقالات"),
    "vocabulary": Text(en="The vocabulary", ar="المصطلحات"),
}


@dataclass(frozen=True)
class Topic:
    """One topic and its questions."""

    title: Text
    questions: tuple[ExampleQuery, ...]


def read_questions() -> tuple[Topic, ...]:
    """Read the questions, topic by topic; a topic without a title here goes by its folder's name."""
    home = next((folder for folder in _FOLDERS if folder.is_dir()), None)
    if home is None:
        return ()
    known = list(_TOPICS)
    folders = sorted((each for each in home.iterdir() if any(each.glob("*.rq"))), key=lambda each: each.name)
    folders.sort(key=lambda each: known.index(each.name) if each.name in known else len(known))
    return tuple(
        Topic(_TOPICS.get(each.name, Text(en=each.name, ar=each.name)), read_example_queries(each)) for each in folders
    )
