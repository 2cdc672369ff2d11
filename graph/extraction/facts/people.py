"""The persons and offices of one article, merged by evidence: the same words, the same office, a family name alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..mentions.transliteration import transliterated

if TYPE_CHECKING:
    from ..mentions.offices import Office, Official


@dataclass(slots=True)
class KnownPerson:
    """A person of the article: the fullest name printed, the offices held, the provisional identifier."""

    identifier: str
    names: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    owner: str = ""

    @property
    def full_name(self) -> str:
        """The longest form printed."""
        return max(self.names, key=lambda each: len(each.split())) if self.names else ""

    def is_called(self, words: list[str]) -> bool:
        """Tell whether some words are a form of the name; of two given names with one family name neither is the other's."""
        names = [each.split() for each in self.names]
        telling = [each for each in names if len(each) > 1] if len(words) > 1 else []
        return any(_is_form_of(words, each) for each in telling or names)


@dataclass(slots=True)
class People:
    """All persons of the article, by what is printed of them."""

    persons: list[KnownPerson] = field(default_factory=list)
    shown: dict[str, list[Official]] = field(default_factory=dict)

    def show(self, official: Official) -> None:
        """Remember an official who is named with his office, for later mentions by name alone."""
        if official.person is not None and official.office is not None:
            person = self.of_name(official.person.name, official.office.identifier)
            person.owner = person.owner or (official.office.owner.identifier if official.office.owner else "")
            self.shown.setdefault(person.identifier, []).append(official)

    def officials_of(self, identifier: str) -> tuple[Official, ...]:
        """Give the office in which the article has shown a person, if it is one only."""
        shown = self.shown.get(identifier, [])
        return tuple(shown[:1]) if len({each.office.identifier for each in shown if each.office}) == 1 else ()

    def of_name(self, name: str, office: str | None = None) -> KnownPerson:
        """Find the person with a name, or add one."""
        known = self.find(name, office)
        if known is None:
            known = KnownPerson(f"#p{len(self.persons)}#")
            self.persons.append(known)
        if name not in known.names:
            known.names.append(name)
        if office and office not in known.offices:
            known.offices.append(office)
        return known

    def find(self, name: str, office: str | None = None) -> KnownPerson | None:
        """Find a person by name: all words of the shorter form stand in the longer, in order, or one office and one given name."""
        words = name.split()
        exact = [each for each in self.persons if name in each.names]
        if exact:
            return exact[0]
        within = [each for each in self.persons if each.is_called(words)]
        holders = [each for each in within if office in each.offices] if office and len(within) > 1 else within
        if len(holders) == 1:
            return holders[0]
        variants = [
            each
            for each in self.persons
            if office in each.offices and any(_is_variant(words, known.split()) for known in each.names)
        ]
        return variants[0] if office and len(variants) == 1 else None

    def is_shared(self, official: Official) -> bool:
        """Tell whether an official has no office, and only a name that several bear."""
        name = official.person.name if official.person and official.office is None else ""
        exact = any(name in each.names for each in self.persons)
        return bool(name) and not exact and sum(each.is_called(name.split()) for each in self.persons) > 1

    def holder_of(self, office: str) -> KnownPerson | None:
        """Find who holds an office in this article, if it names exactly one."""
        holders = [each for each in self.persons if office in each.offices]
        return holders[-1] if len(holders) == 1 else None

    def of_office(self, office: Office) -> KnownPerson:
        """Find the holder of an office, or add a person who is known by the office alone."""
        known = self.holder_of(office.identifier)
        if known is None:
            known = KnownPerson(f"#p{len(self.persons)}#", offices=[office.identifier])
            self.persons.append(known)
        return known

    def final_names(self, tag: str) -> dict[str, str]:
        """Give each person a readable name; who is known by name and office is the same in all articles, who is not is not."""
        used: dict[str, int] = {}
        return {each.identifier.removesuffix("#"): _unique(_readable(each, tag), used) for each in self.persons}

    def of_official(self, official: Official) -> KnownPerson | None:
        """Find the person of an official, by name first and by office otherwise."""
        office = official.office.identifier if official.office else None
        if official.person is not None:
            return None if self.is_shared(official) else self.of_name(official.person.name, office)
        return self.of_office(official.office) if official.office and official.office.owner else None


def _is_form_of(words: list[str], full: list[str]) -> bool:
    """Tell a shorter form of a name: its last word or words, or the same words with some left out."""
    shorter, longer = sorted((words, full), key=len)
    if shorter[-1] != longer[-1] or len(shorter) == len(longer):
        return False
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _is_variant(words: list[str], other: list[str]) -> bool:
    """Tell two spellings of one name of the same length, where the office is the same: one word the same, the other alike."""
    if len(words) != len(other) or len(words) < 2:
        return False
    same = [a == b for a, b in zip(words, other, strict=True)]
    alike = [a[0] == b[0] and abs(len(a) - len(b)) <= 2 for a, b in zip(words, other, strict=True)]
    return any(same) and all(alike)


def _readable(person: KnownPerson, tag: str) -> str:
    if not person.names:
        return f"holder-of-{person.offices[0]}-in-{tag}"
    name = transliterated(person.full_name) or "person"
    owner = person.owner
    return f"{name}-of-{owner}" if owner else f"{name}-in-{tag}"


def _unique(name: str, used: dict[str, int]) -> str:
    used[name] = used.get(name, 0) + 1
    return name if used[name] == 1 else f"{name}-{used[name]}"
