"""Names of the tables found in a text: polities, their adjectives and capitals, organizations, agencies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from ahocorasick_rs import AhoCorasick, MatchKind

from ...folding import folded
from ..tables.organizations import organizations
from ..tables.polities import PolityNames, polities
from ..tables.rows import alternatives, rows_of
from .lexicon import plain_words
from .records import Form, Kind, Mention, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLITICS: Final = frozenset(first + second for first in ("", "و", "ف") for second in ("", "ب", "ل", "ك"))
_CONJUNCTIONS: Final = frozenset({"", "و", "ف"})
_ADJECTIVE_ENDINGS: Final = ("", "ه", "ان", "ين", "تان", "تين", "ون", "ات")
_AMBIGUOUS: Final = frozenset(
    map(
        folded,
        (
            "مالي",
            "عمان",
            "عماني",
            "قمري",
            "تونس",
            "ليما",
            "قنا",
            "واس",
            "وام",
            "بنا",
            "سونا",
            "وفا",
            "أنسا",
            "إفي",
            "بترا",
            "الرياض",
            "سوفا",
            "ديلي",
            "أبيا",
            "روسو",
            "تاس",
            "فارس",
            "هندي",
            "جورجي",
            "صوفيا",
            "فيكتوريا",
            "ماليين",
            "غيني",
            "نوك",
            "مغول",
            "البنين",
            "أكرا",
            "عاجي",
            "كيني",
        ),
    )
)
_FOLLOWS_POLITY: Final = (
    "مع",
    "بين",
    "في",
    "من",
    "الي",
    "حكومه",
    "رييس",
    "دوله",
    "جمهوريه",
    "جيش",
    "وزير",
    "سلطنه",
    "ان",
    "على",
    "علي",
    "قاده",
    "زعماء",
    "روساء",
    "شمال",
    "وسط",
    "عن",
    "ضد",
    "دوله",
    "انسحاب",
    "زياره",
    "زار",
    "سلطات",
    "قوات",
    "حدود",
)


_DONE_BY_STATES: Final = frozenset(
    [
        "وقعت",
        "اعلنت",
        "قررت",
        "ابلغت",
        "اعتبرت",
        "طالبت",
        "انسحبت",
        "اعترفت",
        "علقت",
        "الغت",
        "انهت",
        "قطعت",
        "استانفت",
        "اقامت",
        "انضمت",
        "صادقت",
        "صدقت",
        "ابرمت",
        "جمدت",
        "مددت",
        "جددت",
        "تخلت",
        "نقضت",
        "تعترف",
        "تنسحب",
        "تعلق",
        "تلغي",
        "تعهدت",
        "التزمت",
        "وافقت",
        "رفضت",
        "طلبت",
        "دعت",
        "قالت",
        "اكدت",
        "سلمت",
        "سحبت",
        "تسلمت",
        "تنازلت",
        "قبلت",
        "تتعهد",
        "تلتزم",
        "تسحب",
        "تدفع",
        "تسلم",
    ]
)
_GIVEN_NAMES: Final = frozenset(map(folded, ("فارس", "صوفيا", "فيكتوريا", "مغول", "وفا", "عمان")))


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: Kind
    form: Form
    thing: Thing


@dataclass(frozen=True)
class Names:
    """An automaton over all names, in folded spelling."""

    automaton: AhoCorasick
    entries: tuple[tuple[_Entry, ...], ...]
    words: tuple[str, ...]

    def find(self, text: str) -> Iterator[Mention]:
        """Go through the names in a folded text, the longest at each place, clitics set apart."""
        last = 0
        for index, begin, end in sorted(
            self.automaton.find_matches_as_indexes(text, overlapping=True), key=lambda each: (each[1], -each[2])
        ):
            if begin < last or not _stands_alone(text, begin, end, assimilated=self.words[index].startswith("لل")):
                continue
            entry = self._entry(index, text, begin)
            if entry is not None and entry.thing.identifier == _CONGO and _OTHER_CONGO.search(text):
                entry = self.entries[self.words.index(folded("الكونغو الديمقراطية"))][0]
            if entry is not None:
                last = end
                yield Mention(begin, end, entry.kind, entry.form, (entry.thing,))

    def _entry(self, index: int, text: str, begin: int) -> _Entry | None:
        word, entries = self.words[index], self.entries[index]
        if word in _cities_like_words() and not _NEAR_A_CITY.search(text[:begin]):
            entries = tuple(each for each in entries if each.thing.kind != "City")
        if _OF_A_RIVER.search(text[max(0, begin - 12) : begin]):
            return None
        if word in _AMBIGUOUS or word.removeprefix("ال").removesuffix("ه") in _AMBIGUOUS:
            entries = tuple(each for each in entries if _is_meant(each, word, text, begin))
        return entries[0] if entries else None


_CONGO: Final = "republic-of-the-congo"
_OTHER_CONGO: Final = re.compile(r"^(?!.*برازافيل)(?=.*(?:الكونغو الديمقراطيه|كينشاسا))", re.DOTALL)
"""An article that names the one Congo, or its capital, and not the other one's, means it by «الكونغو»."""
_OF_A_RIVER: Final = re.compile(r"(?:^|\s)[وبل]?(?:نهر|حوض|غور|وادي)\s+$")


@cache
def names() -> Names:
    """Build the automaton of all names."""
    table: dict[str, list[_Entry]] = {}
    for polity in polities():
        for word, entry in _polity_entries(polity):
            table.setdefault(word, []).append(entry)
    for each in organizations():
        kind = Kind.ORGANIZATION
        thing = Thing(each.identifier, each.kind, each.english, each.names[0])
        for name in each.names:
            for word in _with_assimilation(folded(name)):
                table.setdefault(word, []).append(_Entry(kind, Form.NAME, thing))
    for word, entry in _city_entries():
        table.setdefault(word, []).append(entry)
    words = tuple(table)
    return Names(AhoCorasick(words, matchkind=MatchKind.Standard), tuple(tuple(table[each]) for each in words), words)


_NEAR_A_CITY: Final = re.compile(
    r"(?:(?:^|\s)(?:في|الي|من|مدينه|بمدينه|ميناء|مطار|قمه|اتفاق|معاهده)\s+|(?:^|\s)[وف]?ب)$"
)


def _city_entries() -> Iterator[tuple[str, _Entry]]:
    for english, _, forms in rows_of("cities"):
        city = Thing(re.sub(r"[^a-z0-9]+", "-", english.lower()).strip("-"), "City", english, alternatives(forms)[0])
        yield from (
            (word, _Entry(Kind.PLACE, Form.NAME, city))
            for form in alternatives(forms)
            for word in _with_assimilation(folded(form))
        )


@cache
def _cities_like_words() -> frozenset[str]:
    return frozenset(folded(form) for _, read, forms in rows_of("cities") if read for form in alternatives(forms))


@cache
def polity_things() -> tuple[Thing, ...]:
    """Give all polities of the tables."""
    return tuple(
        Thing(each.identifier, "Polity", each.english, each.names[0] if each.names else "") for each in polities()
    )


def _polity_entries(polity: PolityNames) -> Iterator[tuple[str, _Entry]]:
    thing = Thing(polity.identifier, "Polity", polity.english, polity.names[0] if polity.names else "")
    city = Thing(polity.identifier, "Polity", polity.capital, polity.capitals[0] if polity.capitals else "")
    peoples = tuple(f"ال{plural}" for plural in polity.plurals)
    for words, entry in (
        (polity.names, _Entry(Kind.POLITY, Form.NAME, thing)),
        (peoples, _Entry(Kind.ADJECTIVE, Form.PEOPLE, thing)),
        (polity.capitals, _Entry(Kind.PLACE, Form.CAPITAL, city)),
    ):
        yield from ((form, entry) for word in words for form in _with_assimilation(folded(word)))
    for adjective in polity.adjectives:
        yield from ((form, _Entry(Kind.ADJECTIVE, Form.ADJECTIVE, thing)) for form in _declined(folded(adjective)))


def _with_assimilation(word: str) -> Iterator[str]:
    yield word
    if word.startswith("ال"):
        yield "ل" + word[1:]


def _declined(adjective: str) -> Iterator[str]:
    parts = adjective.split(" ")
    for ending in _ADJECTIVE_ENDINGS:
        bare = " ".join(part + ending for part in parts)
        yield bare
        yield from _with_assimilation(" ".join("ال" + part + ending for part in parts))
        if len(parts) > 1:  # «جنوب أفريقي»: only the last word is declined
            yield parts[0] + " " + parts[1] + ending
            yield from _with_assimilation("ال" + parts[0] + " " + parts[1] + ending)


def _stands_alone(text: str, begin: int, end: int, *, assimilated: bool) -> bool:
    if end < len(text) and _is_letter(text[end]):
        return False
    first = begin
    while first > 0 and _is_letter(text[first - 1]):
        first -= 1
    return text[first:begin] in (_CONJUNCTIONS if assimilated else _CLITICS)


def _is_letter(character: str) -> bool:
    return "\u0621" <= character <= "\u064a"


_MALI: Final = re.compile(
    r"(?<![\u0621-\u064a])(?:[وفبل]{0,2}مالي(?!\s+(?:و|قدره))|[وفبل]{0,2}باماكو|الماليين|الماليون)(?![\u0621-\u064a])"
)
_PERU: Final = re.compile(
    r"(?<![\u0621-\u064a])(?:[وفبل]{0,2}(?:ال)?بيرو|(?:ال)?بيروفي(?:ه|ين|ون)?)(?![\u0621-\u064a])"
)


def _is_meant(entry: _Entry, word: str, text: str, begin: int) -> bool:
    """Decide on a word that also means something else, by the word before it and by the rest of the article."""
    before = text[:begin].removesuffix("و").split()[-1:] or [""]
    if before[0].lstrip("وف") in _DONE_BY_STATES and word not in _GIVEN_NAMES:
        return entry.kind is not Kind.ADJECTIVE
    if word == folded("عمان"):
        return _omani(text) if entry.kind is Kind.POLITY else not _omani(text) and "اردن" in text
    if word in (folded("عماني"), folded("تونس"), folded("الرياض"), folded("تاس")) or (
        word == folded("ليما") and _PERU.search(text)
    ):
        return True
    if entry.kind is Kind.ADJECTIVE:
        return _is_adjective(entry, word, text, before[0])
    if word == folded("مالي") and before[0].endswith("ت") and before[0] in plain_words():
        return True  # after a verb of feminine form, where an adjective would be of feminine form too
    after = re.match(r"\S*\s+و?(\S+)", text[begin:])
    beside = {before[0].lstrip("وف"), before[0], (after[1].lstrip("و") if after else "").strip("،.")}
    return bool(beside & (_single_names() | set(_FOLLOWS_POLITY)) - {""}) and (
        bool({before[0], before[0].lstrip("وف")} & set(_FOLLOWS_POLITY)) or bool(beside & _single_names())
    )


def _is_adjective(entry: _Entry, word: str, text: str, before: str) -> bool:
    """Tell a nisba adjective from the same word of something else: «السنة المالية» is of money."""
    if entry.thing.identifier == "mali" and word.startswith(("ال", "لل")):
        return before.lstrip("وف") in ("الرييس", "الجيش", "الشعب", "نظيره") or _MALI.search(text) is not None
    name = folded(entry.thing.arabic)
    rest = text.replace(word, "") if word == name else text
    return word.startswith("ال") or bool(re.search(rf"{name}(?![\u0621-\u064a])", rest))


@cache
def _single_names() -> frozenset[str]:
    """Give the names of polities that are one word and mean nothing else, and the last words of longer ones."""
    forms = (folded(name) for polity in polities() for name in polity.names)
    return frozenset(form.split()[-1] for form in forms) - _AMBIGUOUS - frozenset(plain_words())


def _omani(text: str) -> bool:
    return "سلطنه عمان" in text or "مسقط" in text or "العماني" in text
