"""Labels for the reference graph: of things that the article names only by adjective, capital or office."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from ...shipped import shipped_files
from ..mentions.records import Thing
from ..proposals import Label
from ..tables.organizations import organizations
from ..tables.polities import polities
from ..tables.rows import alternatives, rows_of
from .events import city_identifier
from .ledger import TYPE, Name, Term, final_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .context import Context


@cache
def _catalogued() -> frozenset[str]:
    """Give the individuals that the shipped reference graph already labels."""
    return frozenset(
        identifier
        for file in shipped_files(None).reference_files()
        for identifier in re.findall(r"^id:([\w-]+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    )


@cache
def _tables() -> dict[str, Thing]:
    things = {
        each.identifier: Thing(each.identifier, "Polity", each.english, each.names[0])
        for each in polities()
        if each.names
    }
    cities = [(each.capital, each.capitals[0]) for each in polities() if each.capital and each.capitals]
    cities += [(english, alternatives(names)[0]) for english, _, names in rows_of("cities")]
    things |= {
        city_identifier(english): Thing(city_identifier(english), "City", english, name) for english, name in cities
    }
    return things | {
        each.identifier: Thing(each.identifier, each.kind, each.english, each.names[0]) for each in organizations()
    }


def labels_for(context: Context, names: Mapping[str, str]) -> list[Label]:
    """Give labels of all individuals of the facts that tables know; and of persons known by office alone."""
    used = {node.local for claim in context.ledger for node in (claim.subject, claim.object) if isinstance(node, Name)}
    labels = [
        Label(thing.identifier, thing.english, thing.arabic, of_table=True)
        for thing in map(_tables().__getitem__, sorted((used & _tables().keys()) - _catalogued()))
    ]
    titled = {
        claim.subject.local
        for claim in context.ledger
        if claim.predicate == "officeTitle" and isinstance(claim.subject, Name)
    }
    offices = {
        claim.subject.local
        for claim in context.ledger
        if claim.predicate == "officeOf" and isinstance(claim.subject, Name)
    }
    labels += [label for office in sorted(offices - titled - _catalogued()) if (label := _office(office))]
    labels += [label for each in _unnamed(context) if (label := _composed(each)) and each not in _catalogued()]
    own = {final_name(each, names, context.tag): arabic for each, arabic in context.labels.items()}
    labels += [Label(each, "", arabic, of_table=False) for each, arabic in own.items() if each in used]
    for person in context.people.persons:
        final = names.get(person.identifier.removesuffix("#"), person.identifier)
        if final in used and not person.names:
            office = person.offices[0]
            labels.append(Label(final, f"Holder of: {office.replace('-', ' ')}", "شاغل المنصب", of_table=False))
    return labels


_NAMEABLE: Final = frozenset({"Nationality", "ArmedForces", "MilitaryBase", "GovernmentBody", "DiplomaticMission"})
_STEMS: Final = {
    "nationality": "جنسية",
    "army": "جيش",
    "armed-forces": "قوات",
    "military-base": "قاعدة عسكرية تابعة ل",
    "military-bases": "قواعد عسكرية تابعة ل",
    "parliament": "برلمان",
    "government": "حكومة",
    "missions": "بعثات",
}


def _unnamed(context: Context) -> list[str]:
    """Give the individuals that carry a name as a rule and that the article names only together with others."""
    kinds = {Term(each) for each in _NAMEABLE}
    named = {claim.subject for claim in context.ledger if claim.predicate == "name"}
    found = {claim.subject for claim in context.ledger if claim.predicate == TYPE and claim.object in kinds}
    return sorted(each.local for each in found - named if isinstance(each, Name))


def _composed(identifier: str) -> Label | None:
    """Compose a label out of what something is and whose: «جنسية كينيا», «وزارة دفاع كينيا»."""
    stem, _, owner = identifier.rpartition("-of-")
    thing, field = _tables().get(owner), stem.removeprefix("ministry-of-")
    names = next((alternatives(names) for english, names in rows_of("portfolios") if english == field), ())
    kind = _STEMS.get(stem) or (f"وزارة {names[0].removeprefix('ال')}" if names and field != stem else None)
    if thing is None or kind is None:
        return None
    arabic = f"{kind}{'' if kind.endswith(' ل') else ' '}{thing.arabic}"
    return Label(identifier, identifier.replace("-", " ").capitalize(), arabic, of_table=False)


_TITLES: Final = {
    "president": "رئيس",
    "prime-minister": "رئيس وزراء",
    "king": "ملك",
    "emir": "أمير",
    "sultan": "سلطان",
    "chancellor": "مستشار",
    "crown-prince": "ولي عهد",
    "speaker-of-parliament": "رئيس برلمان",
    "ambassador": "سفير",
    "chief-of-staff": "رئيس أركان",
    "secretary-general": "الأمين العام",
    "leader": "زعيم",
    "commander": "قائد",
}


def _office(identifier: str) -> Label | None:
    """Compose a label for an office that the article only refers to («نظيره الصيني»)."""
    parts = identifier.split("-of-")
    for place in range(1, len(parts)):
        thing, title = _tables().get("-of-".join(parts[place:])), _title("-of-".join(parts[:place]))
        if thing is not None and title is not None:
            english = identifier.replace("-", " ").capitalize()
            return Label(identifier, english, f"{title} {thing.arabic}", of_table=False)
    return None


def _title(stem: str) -> str | None:
    portfolio = stem.removeprefix("minister-of-")
    if portfolio == stem:
        return _TITLES.get(stem)
    names = next((alternatives(names) for english, names in rows_of("portfolios") if english == portfolio), ())
    return f"وزير {names[0].removeprefix('ال')}" if names else "وزير"
