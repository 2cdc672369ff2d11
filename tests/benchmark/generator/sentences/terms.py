"""Sentences about what a treaty says of itself: its term, its fields, what it keeps untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..dates import in_year
from ..passages import Sentence, passage
from ..phrases import state
from ..vocabulary import TYPE, M, arabic, years
from .life_cycle import both

if TYPE_CHECKING:
    import datetime as dt

    from ..phrases import Scene
    from ..treaties import Treaty

_FIELDS: Final = {
    M.economicField: ("الاقتصادي", "economic"),
    M.socialField: ("الاجتماعي", "social"),
    M.humanitarianField: ("الإنساني", "humanitarian"),
    M.foreignPolicyField: ("الدبلوماسي", "diplomatic"),
    M.defenseField: ("الدفاعي", "defence"),
    M.securityField: ("الأمني", "security"),
}
_PAUCAL: Final = 10


def _counted(number: int) -> str:
    """Count years in Arabic.

    >>> _counted(5), _counted(25)
    ('5 أعوام', '25 عاما')
    """
    return f"{number} أعوام" if 3 <= number <= _PAUCAL else f"{number} عاما"


def term(_scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell for how long a treaty is concluded."""
    clause, length = treaty.part("term-of"), _counted(treaty.term)
    telling = passage("عقدت المعاهدة لمدة {length}", length=length)
    telling.state(treaty.node, (M.hasProvision, clause))
    telling.state(clause, (TYPE, M.TermClause), (M.termLength, years(treaty.term)))
    telling.state(clause, (M.lengthAsReported, arabic(length)))
    return Sentence(telling, f"The treaty is concluded for {treaty.term} years.")


def extension(scene: Scene, treaty: Treaty, signed: dt.date) -> Sentence:
    """Tell for how long a treaty is concluded, and that it can be extended."""
    option = treaty.part("extension-of")
    content = f"إمكانية تمديدها لمدة {_counted(treaty.extension)}"
    clause = term(scene, treaty, signed).passage
    telling = passage("{term}، مع {content}", term=clause, content=content)
    telling.state(treaty.node, (M.hasProvision, option))
    telling.state(option, (TYPE, M.ExtensionOption), (M.extends, treaty.part("term-of")))
    telling.state(option, (M.extensionLength, years(treaty.extension)), (M.contentAsReported, arabic(content)))
    return Sentence(
        telling,
        f"The treaty is concluded for {treaty.term} years and can be extended for {treaty.extension} years.",
    )


def expiry(_scene: Scene, treaty: Treaty, signed: dt.date) -> Sentence:
    """Tell in which year a treaty will expire, reckoned from its signing."""
    end = signed.replace(day=1, year=signed.year + treaty.term)
    when, event, clause = in_year(end), treaty.part("expiry"), treaty.part("term-of")
    length = _counted(treaty.term)
    telling = passage("يسري العمل بها {length} من التوقيع وينتهي في {date}", length=length, date=when)
    telling.state(treaty.node, (M.hasProvision, clause))
    telling.state(clause, (TYPE, M.TermClause), (M.termLength, years(treaty.term)), (M.termStartBasis, M.signing))
    telling.state(clause, (M.lengthAsReported, arabic(length)))
    telling.state(event, (TYPE, M.Expiry), (M.affects, treaty.node), (M.eventStatus, M.planned), (M.eventDate, when))
    return Sentence(telling, f"It runs for {treaty.term} years from the signing and ends in {end.year}.")


def fields(_scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell in which fields a treaty provides for cooperation."""
    arabic_fields, english_fields = zip(*(_FIELDS[each] for each in treaty.theme.fields), strict=True)
    character = "أساسا لإقامة تعاون وثيق"
    telling = passage(
        "تعد المعاهدة {character} بين {both} في {fields}",
        character=character,
        both=both(treaty, "البلدين"),
        fields=" و".join(f"المجال {each}" for each in arabic_fields),
    )
    telling.state(treaty.node, (M.characterization, arabic(character)))
    telling.state(treaty.node, *((M.cooperationField, each) for each in treaty.theme.fields))
    return Sentence(
        telling,
        f"The treaty is a basis for close cooperation of the two countries in the fields: {', '.join(english_fields)}.",
    )


def safeguard(_scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell that a treaty leaves the sovereignty of a party untouched."""
    clause = treaty.part("safeguard-of-sovereignty")
    content = passage("الحفاظ على سيادة {polity}", polity=state(treaty.second))
    telling = passage("تنص المعاهدة على {content}", content=content)
    telling.state(treaty.node, (M.hasProvision, clause))
    content.state(clause, (TYPE, M.SafeguardClause), (M.safeguards, M.sovereignty))
    content.state(clause, (M.safeguardedPolity, treaty.second.node), (M.contentAsReported, arabic(content.words)))
    return Sentence(telling, f"The treaty provides that the sovereignty of {treaty.second.english} is preserved.")
