"""Sentences about relations: diplomatic ones, memberships of organisations, visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dates import english_day
from ..passages import Curated, Passage, Sentence, passage
from ..phrases import city, designation, english_official, named, official, past, present, state
from ..treaties import slug_of
from ..vocabulary import TRUE, TYPE, M, arabic, individual
from ..world import FOREIGN, HEAD

if TYPE_CHECKING:
    from ..phrases import Scene
    from ..states import State


def established(_scene: Scene, first: State, second: State) -> Sentence:
    """Tell that two states exchanged notes and so established diplomatic relations."""
    pair = "-".join(sorted((first.slug, second.slug)))
    relation, notes = individual(f"relation-{pair}"), individual(f"notes-{pair}")
    telling = passage(
        "{verb} {first} مع {second} {notes} على مستوى السفارات",
        verb=past("تبادل", first),
        first=state(first),
        second=state(second),
        notes=_notes(pair),
    )
    members = (first.node, second.node)
    telling.state(notes, *((M.party, each) for each in members))
    telling.state(individual(f"exchange-of-notes-{pair}"), (TYPE, M.NotesExchange), (M.affects, notes))
    telling.state(individual(f"exchange-of-notes-{pair}"), (M.eventStatus, M.occurred))
    telling.state(relation, (TYPE, M.DiplomaticRelation), *((M.relationMember, each) for each in members))
    telling.state(relation, (M.relationLevel, M.embassyLevel), (M.establishedBy, notes))
    telling.state(first.node, (M.hasDiplomaticRelationsWith, second.node))
    return Sentence(
        telling,
        f"{first.english} exchanged notes with {second.english} on diplomatic relations at the level of embassies.",
    )


def _notes(pair: str) -> Passage:
    node, words = individual(f"notes-{pair}"), "مذكرات بشأن إقامة علاقات دبلوماسية"
    notes = passage("{words}", words=words)
    notes.state(node, (TYPE, M.ExchangeOfNotes), (M.titleAsReported, arabic(words)))
    return notes.curate(Curated(node, f"Notes on diplomatic relations {pair}"))


def membership(scene: Scene, first: State, second: State) -> Sentence:
    """Tell of which organisation two states are members."""
    organization = scene.world.organization()
    telling = passage(
        "{organization} تضم كلا من {first} و{second}",
        organization=named(organization),
        first=state(first),
        second=state(second),
    )
    for member in (first, second):
        node = individual(f"membership-of-{member.slug}-in-{slug_of(organization.node)}")
        telling.state(node, (TYPE, M.InternationalMembership), (M.member, member.node))
        telling.state(node, (M.memberOrganization, organization.node))
    return Sentence(telling, f"{first.english} and {second.english} are members of the {organization.english}.")


def application(scene: Scene, first: State, _second: State) -> Sentence:
    """Tell that a minister announced an application for membership."""
    who, organization = scene.world.official(first, FOREIGN), scene.world.organization()
    person, act, event = who.person.node, scene.own("intention"), scene.own("application")
    gist = passage("بلاده ستطلب الانضمام إلى {organization}", organization=named(organization))
    gist.attribute(person).state(event, (TYPE, M.MembershipApplication), (M.applicant, first.node))
    gist.state(event, (M.applicationTo, organization.node), (M.eventStatus, M.intended))
    telling = passage("أعلن {who} أن {gist}", who=official(who), gist=gist).attribute(person)
    telling.state(act, (TYPE, M.IntentionStatement), (M.speaker, person), (M.gist, arabic(gist.words)))
    telling.state(act, (M.modality, M.future), (M.actionType, M.membershipAccession), (M.announces, event))
    telling.state(act, (M.about, organization.node)).state(who.tenure, (M.attestedAt, act))
    return Sentence(
        telling,
        f"{english_official(who)} announced that his country will apply for membership of the {organization.english}.",
    )


def visit(scene: Scene, first: State, second: State) -> Sentence:
    """Tell that an official visited the other state, perhaps on an invitation."""
    who = scene.world.official(first, scene.world.pick((HEAD, FOREIGN)))
    event, day = scene.own("visit"), scene.world.days_ago(2)
    words, when = scene.when(day)
    telling = passage("قام {who} {date} بزيارة رسمية إلى {host}", who=official(who), date=words, host=state(second))
    telling.state(event, (TYPE, M.OfficialVisit), (M.visitor, who.person.node), (M.visitedPolity, second.node))
    telling.state(event, (M.eventStatus, M.occurred), (M.eventDate, when)).state(who.tenure, (M.attestedAt, event))
    translation = f"{english_official(who)} paid on {english_day(day)} an official visit to {second.english}"
    if scene.world.chance(0.5):
        return Sentence(telling, f"{translation}.")
    host, invitation = scene.world.official(second, HEAD), scene.own("invitation")
    call = passage("بدعوة من {host}", host=official(host))
    call.state(invitation, (TYPE, M.Invitation), (M.inviter, host.person.node), (M.invitee, who.person.node))
    call.state(invitation, (M.eventStatus, M.occurred)).state(host.tenure, (M.attestedAt, invitation))
    whole = passage("{telling} {call}", telling=telling, call=call).state(event, (M.inResponseTo, invitation))
    return Sentence(whole, f"{translation} at the invitation of {english_official(host)}.")


def meeting(scene: Scene, first: State, second: State) -> Sentence:
    """Tell that delegations of both states are going to meet."""
    host, event = scene.world.state(first, second), scene.own("meeting")
    both = designation("وفدا البلدين", first.node, second.node)
    telling = passage(
        "{verb} {host} اجتماعا يشارك فيه {both} في {city}",
        verb=present("ستضيف", host),
        host=state(host),
        both=both,
        city=city(host),
    )
    telling.state(event, (TYPE, M.Event), (M.eventStatus, M.planned), (M.eventCountry, host.node))
    telling.state(event, (M.eventPlace, host.capital.node), (M.participant, first.node), (M.participant, second.node))
    return Sentence(
        telling, f"{host.english} will host a meeting of delegations of both countries in {host.capital.english}."
    )


def rumour(scene: Scene, first: State, second: State) -> Sentence:
    """Tell that unnamed sources of a state expect talks."""
    sources, act = individual(f"sources-of-{first.slug}"), scene.own("claim")
    words, gist = "مصادر مطلعة في", "المحادثات ستستأنف قريبا"
    group = passage("{words} {of}", words=words, of=state(first))
    group.state(sources, (TYPE, M.SourceGroup), (M.name, arabic(group.words)), (M.collective, TRUE))
    group.state(sources, (M.ofPolity, first.node)).curate(Curated(sources, f"Informed sources in {first.english}"))
    telling = passage("ذكرت {group} أن {gist} مع {other}", group=group, gist=gist, other=state(second)).attribute(
        sources
    )
    telling.state(act, (TYPE, M.Claim), (M.speaker, sources), (M.gist, arabic(gist)), (M.modality, M.future))
    telling.state(act, (M.about, second.node))
    return Sentence(
        telling, f"Informed sources in {first.english} said that talks with {second.english} will soon resume."
    )
