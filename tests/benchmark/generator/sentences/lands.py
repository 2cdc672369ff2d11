"""Sentences about invented lands: who recognises them, what they have left, what they want, and whom they fight."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from ..dates import english_day, in_year, on_day
from ..passages import Sentence, passage
from ..phrases import named, past, state
from ..treaties import slug_of
from ..vocabulary import TRUE, TYPE, M, arabic, individual

if TYPE_CHECKING:
    from ..invented import Land
    from ..phrases import Scene
    from ..states import State

_FELL_APART: Final = dt.date(1991, 9, 15)


def recognition(scene: Scene, first: State, land: Land) -> Sentence:
    """Tell that a state recognised an invented land."""
    known = scene.world.recognition(first, land)
    act = individual(f"recognition-of-{land.slug}-by-{first.slug}")
    words, when = scene.when(known.day)
    telling = passage(
        scene.world.pick(
            (
                "{verb} {first} {date} باستقلال {land} عن {union}",
                "{verb} {first} رسميا {date} باستقلال {land} عن {union}",
            )
        ),
        verb=past("اعترف", first),
        first=state(first),
        date=words,
        land=named(land.polity),
        union=named(land.union),
    )
    telling.state(act, (TYPE, M.RecognitionAct), (M.recognizer, first.node), (M.recognized, land.node))
    telling.state(act, (M.independenceFrom, land.union.node), (M.eventStatus, M.occurred), (M.eventDate, when))
    return Sentence(
        telling,
        f"{first.english} recognised on {english_day(known.day)} the independence of {land.polity.english} "
        f"from the {land.union.english}.",
    )


def separation(scene: Scene, _first: State, land: Land) -> Sentence:
    """Tell that an invented land declared its separation, or seeks independence."""
    union, polity = named(land.union), named(land.polity)
    if scene.world.chance(0.6):
        act = individual(f"separation-of-{land.slug}")
        telling = passage("أعلنت سلطات {land} الانفصال عن {union} من جانب واحد", land=polity, union=union)
        telling.state(act, (TYPE, M.SeparationDeclaration), (M.declarant, land.node), (M.unilateral, TRUE))
        english = "declared unilaterally its separation"
        status = M.occurred
    else:
        act = individual(f"independence-quest-of-{land.slug}")
        telling = passage("تسعى سلطات {land} إلى الاستقلال عن {union}", land=polity, union=union)
        telling.state(act, (TYPE, M.IndependenceQuest), (M.seeker, land.node))
        english, status = "seeks independence", M.ongoing
    telling.state(act, (M.independenceFrom, land.union.node), (M.eventStatus, status))
    return Sentence(telling, f"{land.polity.english} {english} from the {land.union.english}.")


def dissolution(_scene: Scene, _first: State, land: Land) -> Sentence:
    """Tell that an invented union has fallen apart, and that a land had been a part of it."""
    event, when = individual(f"dissolution-of-{slug_of(land.union.node)}"), on_day(_FELL_APART)
    telling = passage("انهار {union} في {date}", union=named(land.union), date=when)
    telling.state(event, (TYPE, M.StateDissolution), (M.dissolvedPolity, land.union.node))
    telling.state(event, (M.eventStatus, M.occurred), (M.eventDate, when))
    whole = passage("{telling}، وكانت {land} جزءا منه", telling=telling, land=named(land.polity))
    whole.state(land.node, (M.formerConstituentOf, land.union.node))
    return Sentence(
        whole,
        f"The {land.union.english} fell apart on {english_day(_FELL_APART)}; {land.polity.english} was a part of it.",
    )


def referendum(_scene: Scene, _first: State, land: Land) -> Sentence:
    """Tell that an invented land plans a referendum on its future."""
    event, question = individual(f"referendum-in-{land.slug}"), "الانضمام مجددا إلى الاتحاد"
    asked = passage("استفتاء على {question}", question=question)
    asked.state(event, (M.question, arabic(question)))
    telling = passage(
        "تعتزم سلطات {land} إجراء {asked} مع {union}", land=named(land.polity), asked=asked, union=named(land.union)
    )
    telling.state(event, (TYPE, M.Referendum), (M.eventStatus, M.planned))
    telling.state(event, (M.proposesAccessionOf, land.node), (M.proposesAccessionTo, land.union.node))
    return Sentence(telling, f"{land.polity.english} plans a referendum on joining the {land.union.english} again.")


def war(_scene: Scene, _first: State, land: Land) -> Sentence:
    """Tell of the war of an invented land with the union that it left."""
    event, since = individual(f"war-in-{land.slug}"), in_year(_FELL_APART)
    telling = passage(
        "تدور الحرب بين {land} و{union} منذ {since}", land=named(land.polity), union=named(land.union), since=since
    )
    telling.state(event, (TYPE, M.War), (M.eventStatus, M.ongoing), (M.eventStart, since))
    for member in (land.polity, land.union):
        side = individual(f"side-of-{slug_of(member.node)}-in-war-in-{land.slug}")
        telling.state(event, (M.hasSide, side)).state(side, (TYPE, M.ConflictSide), (M.sideMember, member.node))
    return Sentence(
        telling,
        f"War has been going on between {land.polity.english} and the {land.union.english} since {_FELL_APART.year}.",
    )
