"""Sentences about the life of a treaty: planned, signed, ratified, recalled, in force, followed by others."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ..dates import english_day, on_day
from ..passages import Curated, Passage, Sentence, passage
from ..phrases import city, designation, english_official, official, past, state, titled
from ..treaties import slug_of
from ..vocabulary import TRUE, TYPE, M, arabic, individual

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from ..phrases import Scene
    from ..treaties import Official, Treaty


def both(treaty: Treaty, words: str) -> Passage:
    """Print a word for both parties of a treaty."""
    return designation(words, treaty.first.node, treaty.second.node)


def concluded(telling: Passage, treaty: Treaty) -> Passage:
    """Let a passage that names both parties state that the treaty is concluded between them."""
    return telling.state(treaty.node, (M.party, treaty.first.node), (M.party, treaty.second.node))


def _signing(telling: Passage, treaty: Treaty, when: Passage | None) -> Passage:
    told: list[tuple[NamedNode, NamedNode | Passage]] = [(TYPE, M.SigningEvent), (M.signedInstrument, treaty.node)]
    told += [(M.eventStatus, M.occurred)] + ([] if when is None else [(M.eventDate, when)])
    return telling.state(treaty.signing, *told)


def signed_by_states(scene: Scene, treaty: Treaty, signed: dt.date) -> Sentence:
    """Tell that two states signed a treaty."""
    words, when = scene.when(signed)
    telling = passage(
        scene.world.pick(("{verb} {first} {date} {title} مع {second}", "{verb} {first} و{second} {date} على {title}")),
        verb=past("وقع", treaty.first),
        first=state(treaty.first),
        second=state(treaty.second),
        date=words,
        title=titled(treaty),
    )
    _signing(concluded(telling, treaty), treaty, when)
    telling.state(treaty.node, (M.signatory, treaty.first.node), (M.signatory, treaty.second.node))
    return Sentence(
        telling,
        f"{treaty.first.english} signed a {treaty.theme.english.lower()} with {treaty.second.english} "
        f"on {english_day(signed)}.",
    )


def signed_by_officials(scene: Scene, treaty: Treaty, signed: dt.date) -> Sentence:
    """Tell which officials signed a treaty, and where."""
    words, when = scene.when(signed)
    first, second = treaty.signers
    act = passage(
        scene.world.pick(("وقع {first} و{second} {title}", "وقع {first} مع {second} على {title}")),
        first=official(first),
        second=official(second),
        title=titled(treaty),
    )
    _signing(concluded(act, treaty), treaty, None)
    for signer in treaty.signers:
        _signed(act, treaty, signer)
    telling = passage("{act} في {place} {date}", act=act, place=city(treaty.place), date=words)
    telling.state(treaty.signing, (M.eventPlace, treaty.place.capital.node), (M.eventDate, when))
    return Sentence(
        telling,
        f"{english_official(first)} and {english_official(second)} signed the {treaty.theme.english.lower()} "
        f"in {treaty.place.capital.english} on {english_day(signed)}.",
    )


def _signed(act: Passage, treaty: Treaty, signer: Official) -> None:
    signature = individual(f"signature-{slug_of(signer.person.node)}-{treaty.slug}")
    act.state(treaty.signing, (M.hasSignature, signature))
    act.state(signature, (TYPE, M.Signature), (M.signer, signer.person.node))
    act.state(signature, (M.inCapacity, signer.office.node), (M.onBehalfOf, signer.state.node))
    act.state(signer.tenure, (M.attestedAt, treaty.signing))


def ratified(scene: Scene, treaty: Treaty, signed: dt.date) -> Sentence:
    """Tell that a party ratified a treaty, and when it had been signed."""
    ratification = scene.world.ratification(treaty, signed)
    who = ratification.official
    other = treaty.second if who.state is treaty.first else treaty.first
    (words, when), (before, since) = scene.when(ratification.day), scene.when(signed)
    bond = concluded(passage("{title} مع {other}", title=titled(treaty), other=state(other)), treaty)
    act = individual(f"ratification-{treaty.slug}-by-{who.state.slug}")
    telling = passage("صادق {who} {date} على {bond}", who=official(who), date=words, bond=bond)
    telling.state(act, (TYPE, M.Ratification), (M.ratifiedInstrument, treaty.node), (M.ratifiedBy, who.person.node))
    telling.state(act, (M.ratifyingPolity, who.state.node), (M.eventStatus, M.occurred), (M.eventDate, when))
    telling.state(who.tenure, (M.attestedAt, act))
    whole = passage("{telling} الموقعة {before}", telling=telling, before=before)
    _signing(whole, treaty, since).state(act, (M.follows, treaty.signing))
    return Sentence(
        whole,
        f"{english_official(who)} ratified on {english_day(ratification.day)} the {treaty.theme.english.lower()} "
        f"with {other.english}, signed on {english_day(signed)}.",
    )


def recalled(scene: Scene, treaty: Treaty, signed: dt.date) -> Sentence:
    """Remind readers of a treaty between two states."""
    when = scene.date(signed)
    bond = passage(
        "{title} بين {first} و{second}", title=titled(treaty), first=state(treaty.first), second=state(treaty.second)
    )
    telling = passage("تعود {bond} إلى {date}", bond=concluded(bond, treaty), date=when)
    return Sentence(
        _signing(telling, treaty, when),
        f"The {treaty.theme.english.lower()} between {treaty.first.english} and {treaty.second.english} "
        f"goes back to {english_day(signed)}.",
    )


def planned(scene: Scene, treaty: Treaty) -> Sentence:
    """Tell that an official announced the signing of a treaty."""
    who = treaty.signers[0]
    bond = passage("{title} مع {other}", title=titled(treaty), other=state(treaty.second))
    gist = passage("بلاده ستوقع {bond}", bond=concluded(bond, treaty))
    event, act = treaty.part("planned-signing"), scene.own("intention")
    gist.state(event, (TYPE, M.SigningEvent), (M.signedInstrument, treaty.node), (M.eventStatus, M.planned))
    gist.state(event, (M.participant, treaty.first.node), (M.participant, treaty.second.node))
    telling = passage("أعلن {who} أن {gist}", who=official(who), gist=gist.attribute(who.person.node))
    telling.state(act, (TYPE, M.IntentionStatement), (M.speaker, who.person.node), (M.gist, arabic(gist.words)))
    telling.state(act, (M.modality, M.future), (M.announces, event), (M.about, treaty.node))
    telling.state(who.tenure, (M.attestedAt, act)).attribute(who.person.node)
    return Sentence(
        telling,
        f"{english_official(who)} announced that his country will sign a {treaty.theme.english.lower()} "
        f"with {treaty.second.english}.",
    )


def in_force(scene: Scene, treaty: Treaty, signed: dt.date) -> Sentence:
    """Tell when a treaty entered into force, or will."""
    day = signed + dt.timedelta(days=90)
    past_already = day <= scene.world.today
    when = on_day(day)
    event = treaty.part("entry-into-force" if past_already else "planned-entry-into-force")
    telling = passage("{verb} حيز التنفيذ في {date}", verb="دخلت" if past_already else "ستدخل", date=when)
    telling.state(event, (TYPE, M.EntryIntoForce), (M.affects, treaty.node), (M.follows, treaty.signing))
    telling.state(event, (M.eventStatus, M.occurred if past_already else M.planned), (M.eventDate, when))
    return Sentence(telling, f"It {'entered' if past_already else 'will enter'} into force on {english_day(day)}.")


def developed(_scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell that further agreements are to implement a treaty."""
    event, matter = treaty.part("signing-agreements-implementing"), "اتفاقيات تنفيذية في مجالات التعاون"
    agreements, title = treaty.part("agreements-implementing"), passage("{words}", words=matter)
    title.state(agreements, (TYPE, M.Agreement), (M.titleAsReported, arabic(matter)), (M.collective, TRUE))
    title.curate(Curated(agreements, f"Agreements implementing the {treaty.english}"))
    telling = passage("تطويرا لأحكامها سيوقع {both} على {title}", both=both(treaty, "الجانبان"), title=title)
    telling.state(agreements, (M.implements, treaty.node))
    telling.state(event, (TYPE, M.SigningEvent), (M.signedInstrument, agreements), (M.eventStatus, M.planned))
    telling.state(event, (M.participant, treaty.first.node), (M.participant, treaty.second.node))
    return Sentence(telling, "To develop its provisions the two sides will sign implementing agreements.")
