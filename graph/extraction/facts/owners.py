"""Whose an office or a body is that an article titles without its owner: by what the article says elsewhere, by the side it stands for, by its home."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from ...folding import folded
from ..mentions.bodies import Body
from ..mentions.names import polity_things
from ..mentions.records import Form, Kind, Mention, Thing
from ..mentions.skeleton import pattern
from ..tables.rows import rows_of
from .context import Context, Sentence, mentions_in
from .counterparts import as_told, give_models
from .crowned_heads import is_of_another_tongue
from .kin_words import place_kin
from .offices import officials

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..mentions.offices import Office, Official

_OF_HOME: Final = (
    "president",
    "prime-minister",
    "king",
    "crown-prince",
    "emir",
    "sultan",
    "speaker-of-parliament",
    "chief-of-staff",
    "commander",
)
_CROWNED: Final = frozenset({"king", "emir", "sultan", "emperor"})
_ARAB: Final = frozenset(
    {
        "algeria", "bahrain", "comoros", "djibouti", "egypt", "iraq", "jordan", "kuwait", "lebanon", "libya", "mauritania", "morocco",
        "oman", "palestine", "qatar", "saudi-arabia", "somalia", "sudan", "syria", "tunisia", "united-arab-emirates", "yemen",
    }
)  # fmt: skip
_LEAST: Final = 2
"""How often an article names a polity, at least, that is taken for the owner of a title without one."""


@dataclass(slots=True)
class _Known:
    """What the article says of owners: for each title, and which polities it speaks of how often."""

    titled: dict[str, dict[str, Thing]] = field(default_factory=dict)
    holders: dict[str, set[str]] = field(default_factory=dict)
    organizations: dict[str, Thing] = field(default_factory=dict)
    home: Thing | None = None
    counts: Counter[str] = field(default_factory=Counter)


def give_owners(context: Context) -> None:
    """Give titles («الرئيس فلان») and bodies («البرلمان») without an owner the one that is meant, where only one can be."""
    give_models(context)
    known = _known(context)
    place_kin(context, known.counts, known.home)
    for sentence in context.sentences:
        here: dict[str, str] = {}
        for place, character in enumerate(sentence.text):
            mention = sentence.skeleton.mentions.get(character)
            if mention is not None and mention.kind is Kind.OFFICIAL:
                owned = _owned(mention, known, _side(sentence, place))
                sentence.skeleton.mentions[character] = _of_one_holder(mention, owned, here)
            elif mention is not None and mention.kind is Kind.BODY:
                sentence.skeleton.mentions[character] = _owned_body(mention, known)


_HEADS: Final = ("president", "king", "emir", "sultan", "prime-minister", "crown-prince")


def _of_one_holder(told: Mention, owned: Mention, here: dict[str, str]) -> Mention:
    """Leave a title as it was told where its sentence has another who holds that office: «دعا الرئيس فلان الرئيس فلانا»."""
    data = []
    for before, after in zip(officials(told), officials(owned), strict=False):
        office, person = after.office, after.person
        given = office is not None and office is not before.office and office.identifier.startswith(_HEADS)
        name = here.get(office.identifier) if office is not None else None
        if given and person is not None and name and not set(name.split()) & set(person.name.split()):
            data.append(before)
            continue
        if office is not None and person is not None:
            here.setdefault(office.identifier, person.name)
        data.append(after)
    return replace(owned, parts=as_told(told.parts, tuple(data)), data=tuple(data) or owned.data)


def _known(context: Context) -> _Known:
    known = _Known(home=_home(context))
    for _, mention in mentions_in(context, Kind.OFFICIAL):
        for official in officials(mention):
            if official.office is not None and official.office.owner is not None and official.person is not None:
                known.holders.setdefault(official.office.identifier, set()).add(official.person.name)
    for stem, owner in _titled(context):
        known.titled.setdefault(stem, {})[owner.identifier] = owner
        known.counts[owner.identifier] += 1
    for kind in (Kind.POLITY, Kind.ADJECTIVE, Kind.FORCE):
        for _, mention in mentions_in(context, kind):
            whose = mention.data.owner if isinstance(mention.data, Body) else None
            known.counts.update(thing.identifier for thing in ((whose,) if whose is not None else mention.things))
    for _, mention in mentions_in(context, Kind.ORGANIZATION):
        known.organizations.update((thing.identifier, thing) for thing in mention.things)
    return known


def _titled(context: Context) -> Iterator[tuple[str, Thing]]:
    """Go through the titles and bodies that the article names with their owner."""
    for _, mention in mentions_in(context, Kind.OFFICIAL):
        for official in officials(mention):
            owner = official.office.owner if official.office else None
            if official.office is not None and owner is not None and not owner.identifier.startswith("?"):
                yield official.office.identifier.removesuffix(f"-of-{owner.identifier}"), owner
    for _, mention in mentions_in(context, Kind.BODY):
        body = mention.data
        if isinstance(body, Body) and body.owner is not None:
            yield f"body:{_stem(body)}", body.owner


def _home(context: Context) -> Thing | None:
    """Tell whose news it is by the capital that the article is dated from: «القاهرة - صدّق الرئيس فلان»."""
    for sentence in context.sentences[:3]:
        match = pattern(r"^\"?(?P<city>[\uf000-\uf1ff\ue000-\ue1ff]) ?(?:[-،(:/]|$)").match(sentence.text)
        mention = sentence.skeleton.mentions.get(match["city"]) if match else None
        if mention is not None and mention.form is Form.CAPITAL:
            return _polity(mention.things[0].identifier)
    return None


def _polity(identifier: str) -> Thing | None:
    return next((each for each in polity_things() if each.identifier == identifier), None)


_SIDE: Final = r"(?:عن|من) (?:الجانب (?P<side>{A})(?: [\u0621-\u064a]+){0,4}|(?P<for>{P})) ?،? ?(?:فقد )?(?:كل من )?$"
_FOR: Final = r" ?،? (?:نيابه )?عن (?:الجانب (?P<side>{A})|(?P<for>{P}))"


def _side(sentence: Sentence, place: int) -> Thing | None:
    """Give the side that an official stands for: «عن الجانب المصري وزير …», «وزير … فلان عن العراق»."""
    text = sentence.text
    own = sentence.skeleton.mentions.get(text[place])
    if own is not None and any(each.office and each.office.possessive for each in officials(own)):
        return _before(sentence, place)
    match = pattern(_SIDE).search(text[:place]) or pattern(_FOR).match(text, place + 1)
    mention = sentence.skeleton.mention(match["side"] or match["for"]) if match else None
    return mention.things[0] if mention is not None and len(mention.things) == 1 else None


def _before(sentence: Sentence, place: int) -> Thing | None:
    """Give the polity that words before a place name last, itself or through an official: «طوكيو … وزير خارجيتها»."""
    for character in reversed(sentence.text[:place]):
        mention = sentence.skeleton.mentions.get(character)
        if mention is None or mention.kind not in (Kind.POLITY, Kind.OFFICIAL):
            continue
        owners = [each.office.owner for each in officials(mention) if each.office and each.office.owner]
        things = owners if mention.kind is Kind.OFFICIAL else list(mention.things)
        if things:
            thing = things[-1]
            return thing if len({each.identifier for each in things}) == 1 else None
    return None


def _owned(mention: Mention, known: _Known, side: Thing | None) -> Mention:
    told = officials(mention)
    around = zip((None, *told), told, (*told[1:], None), strict=False)
    data = tuple(
        _given(each, known, side or _partner(each, after, known) or _beside(each, before, known))
        for before, each, after in around
    )
    return replace(mention, parts=as_told(mention.parts, data), data=data or mention.data)


def _beside(official: Official, before: Official | None, known: _Known) -> Thing | None:
    """Give a title without an owner that of the other title before it: «رئيس كينيا فلان ورئيس البرلمان فلان»."""
    office, other = official.office, before.office if before else None
    if office is None or office.owner or other is None or other.owner is None or other.owner.kind != "Polity":
        return None
    same = other.identifier == f"{office.identifier}-of-{other.owner.identifier}"
    abroad = known.home is not None and known.home.identifier != other.owner.identifier
    return None if same or abroad or not _can_have(other.owner.identifier, office.identifier) else other.owner


def _partner(official: Official, after: Official | None, known: _Known) -> Thing | None:
    """Give a title without an owner that of the foremost polity beside the one whose counterpart follows: «الوزير فلان ونظيره الإيراني»."""
    office, other = official.office, after.office if after else None
    if office is None or office.owner or other is None or not other.referring or other.owner is None:
        return None
    if known.home is not None and known.home.identifier != other.owner.identifier:
        return known.home
    rest = [
        (each, count) for each, count in known.counts.most_common() if each != other.owner.identifier and _polity(each)
    ]
    alone = rest and (len(rest) == 1 or rest[0][1] > rest[1][1])
    return _polity(rest[0][0]) if alone and _can_have(rest[0][0], office.identifier) else None


def _given(official: Official, known: _Known, side: Thing | None) -> Official:
    office = official.office
    if office is None or (office.owner is not None and not office.owner.identifier.startswith("?")):
        return official
    if office.owner is not None:
        return _of_kin(official, office, known)
    owner = side or _titled_elsewhere(official, office, known) or _owner_of(office.identifier, known)
    if owner is None or is_of_another_tongue(official, owner):
        return official
    identifier = f"{office.identifier}-of-{owner.identifier}"
    return replace(official, office=replace(office, identifier=identifier, owner=owner))


def _titled_elsewhere(official: Official, office: Office, known: _Known) -> Thing | None:
    """Find the owner that the article names for the same title; one who holds it for that owner under another name is no other's holder."""
    fitting = [
        owner
        for owner in known.titled.get(office.identifier, {}).values()
        if _may_hold(official, known.holders.get(f"{office.identifier}-of-{owner.identifier}", set()))
    ]
    return _only(fitting) if len(fitting) == len(known.titled.get(office.identifier, {})) else None


def _may_hold(official: Official, holders: set[str]) -> bool:
    if official.person is None or not holders:
        return True
    words = set(official.person.name.split())
    return any(words & set(holder.split()) for holder in holders)


def _of_kin(official: Official, office: Office, known: _Known) -> Official:
    kin = office.owner.identifier.removeprefix("?") if office.owner else ""
    found = _only(thing for thing in known.organizations.values() if kin in folded(thing.arabic))
    stem = office.identifier.partition("-of-?")[0]
    if found is None:
        return replace(official, office=replace(office, identifier=stem, owner=None))
    return replace(official, office=replace(office, identifier=f"{stem}-of-{found.identifier}", owner=found))


def _only(things: Iterable[Thing]) -> Thing | None:
    found = {thing.identifier: thing for thing in things}
    return next(iter(found.values())) if len(found) == 1 else None


def _owner_of(stem: str, known: _Known) -> Thing | None:
    """Find the polity whose title it can be: that which the news is dated from, else the only one, the foremost, the Arab one."""
    taken = known.titled.get(stem, {})
    if not stem.removeprefix("deputy-").startswith((*_OF_HOME, "minister-of-", "body:")) or len(taken) > 1:
        return None
    if known.home is not None and _can_have(known.home.identifier, stem) and known.home.identifier not in taken:
        return known.home
    fitting = [
        (each, count)
        for each, count in known.counts.most_common()
        if each not in taken and _can_have(each, stem) and _polity(each)
    ]
    if not fitting or fitting[0][1] < _LEAST:
        return None
    if len(fitting) == 1 or fitting[0][1] >= 2 * fitting[1][1]:
        return _polity(fitting[0][0])
    arab = [each for each, _ in fitting if each in _ARAB]
    return _polity(arab[0]) if len(arab) == 1 and known.counts[arab[0]] >= _LEAST else None


def _can_have(identifier: str, stem: str) -> bool:
    title = _crowns().get(identifier, "president")
    if stem == "president":
        return title == "president"
    if stem == "crown-prince":
        return title in _CROWNED
    return title == stem if stem in _CROWNED else True


@cache
def _crowns() -> Mapping[str, str]:
    return {identifier: title for identifier, title in rows_of("crowns")}  # noqa: C416 (rows are tuples of any length)


def _stem(body: Body) -> str:
    return body.identifier if body.owner is None else body.identifier.removesuffix(f"-of-{body.owner.identifier}")


def _owned_body(mention: Mention, known: _Known) -> Mention:
    body = mention.data
    if not isinstance(body, Body) or body.owner is not None:
        return mention
    stem = f"body:{_stem(body)}"
    owner = _only(known.titled.get(stem, {}).values()) or _owner_of(stem, known)
    if owner is None:
        return mention
    given = replace(body, identifier=f"{body.identifier}-of-{owner.identifier}", owner=owner)
    return replace(mention, things=(Thing(given.identifier, given.kind),), data=given)
