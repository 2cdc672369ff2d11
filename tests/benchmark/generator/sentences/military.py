"""Sentences about forces: joint ones with their tasks and commands, and bases in another country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..invented import BASES
from ..passages import Curated, Passage, Sentence, passage
from ..phrases import city, named, present, state
from ..states import Thing
from ..vocabulary import TYPE, M, arabic

if TYPE_CHECKING:
    import datetime as dt

    from ..phrases import Scene
    from ..states import State
    from ..treaties import Treaty


def _joint_force(treaty: Treaty) -> Passage:
    force = Thing(treaty.part("joint-force"), M.JointForce, "القوة المشتركة", f"Joint force under the {treaty.english}")
    return named(force, (M.forceOf, treaty.first.node), (M.forceOf, treaty.second.node))


def _units(treaty: Treaty, of: State) -> Passage:
    """Name the units that a state gives to the joint force, and the army that they come from."""
    army = Thing.of(M.ArmedForces, f"armed-forces-of-{of.slug}", f"جيش {of.arabic}", f"Armed Forces of {of.english}")
    unit = treaty.part(f"units-of-{of.slug}-in-joint-force")
    words = passage("وحدات {army}", army=named(army, (M.forceOf, of.node)))
    words.state(unit, (TYPE, M.MilitaryUnit), (M.name, arabic(words.words)))
    words.state(unit, (M.componentOf, army.node), (M.componentOf, treaty.part("joint-force")))
    return words.curate(Curated(unit, f"Units of the {army.english} in the joint force under the {treaty.english}"))


def joint_force(_scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell that a treaty creates a joint force of units of both armies, and where its staff comes from."""
    brigade = Thing(treaty.part("brigade"), M.MilitaryUnit, "اللواء الأول", f"First brigade under the {treaty.english}")
    telling = passage(
        "أنشأت المعاهدة {force} من {first} ومن {second} ونواتها {brigade}",
        force=_joint_force(treaty),
        first=_units(treaty, treaty.first),
        second=_units(treaty, treaty.second),
        brigade=named(brigade, (M.componentOf, treaty.part(f"units-of-{treaty.first.slug}-in-joint-force"))),
    )
    telling.state(treaty.node, (M.establishes, treaty.part("joint-force")))
    return Sentence(
        telling,
        "The treaty created a joint force of units of the armies "
        f"of {treaty.first.english} and {treaty.second.english}, with the first brigade as its core.",
    )


def command(_scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell under whose command a joint force stands in peace and in war."""
    staff, high = _commands(treaty)
    calm = passage(
        "تتبع {force} {staff} في السلم",
        force=_joint_force(treaty),
        staff=named(staff, (M.bodyOf, treaty.first.node), (M.bodyOf, treaty.second.node)),
    )
    storm = passage("فتتبع {high}", high=named(high, (M.bodyOf, treaty.first.node)))
    for telling, phase, commander in ((calm, M.peacetime, staff), (storm, M.wartime, high)):
        arrangement = treaty.part("command-in-peacetime" if phase == M.peacetime else "command-in-wartime")
        telling.state(arrangement, (TYPE, M.CommandArrangement), (M.arrangementOf, treaty.part("joint-force")))
        telling.state(arrangement, (M.commandPhase, phase), (M.underCommandOf, commander.node))
    return Sentence(
        passage("{calm} أما في الحرب {storm}", calm=calm, storm=storm),
        "The joint force is under the joint command in peace, but in war under the high command "
        f"of {treaty.first.english}.",
    )


def _commands(treaty: Treaty) -> tuple[Thing, Thing]:
    """Give the joint command and the high command of the first party."""
    of = treaty.first
    joint = Thing(
        treaty.part("joint-command"), M.CommandBody, "القيادة المشتركة", f"Joint command under the {treaty.english}"
    )
    words, english = f"القيادة العليا في {of.arabic}", f"High Command of {of.english}"
    return joint, Thing.of(M.CommandBody, f"high-command-of-{of.slug}", words, english)


def task(_scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell what a joint force is for."""
    content, node = "الرد على أي هجوم على أحد الطرفين", treaty.part("task-of-joint-force")
    telling = passage("من مهام {force} {content}", force=_joint_force(treaty), content=content)
    telling.state(node, (TYPE, M.ForceTask), (M.taskOf, treaty.part("joint-force")), (M.taskStatus, M.planned))
    telling.state(node, (M.taskContent, arabic(content)), (M.actionType, M.respondToAttack))
    telling.state(node, (M.beneficiary, treaty.first.node), (M.beneficiary, treaty.second.node))
    return Sentence(telling, "Among the tasks of the joint force is to respond to any attack on one of the parties.")


def base(_scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell that one party may station troops at a base in the country of the other."""
    operator, host = treaty.first, treaty.second
    slug, words, english = BASES[len(treaty.slug) % len(BASES)]
    where = Thing.of(
        M.MilitaryBase,
        f"base-{slug}-of-{operator.slug}-in-{host.slug}",
        f"قاعدة {words} العسكرية",
        f"{english} Base of {operator.english} in {host.english}",
    )
    content = passage("{verb} {operator} قوات", verb=present("نشر", operator), operator=state(operator))
    base = named(where, (M.operator, operator.node), (M.hostPolity, host.node))
    place = passage("{base} في {city}", base=base, city=city(host))
    place.state(where.node, (M.locatedIn, host.capital.node))
    telling = passage("تسمح المعاهدة بأن {content} في {place}", content=content, place=place)
    liberty, provision = treaty.part("liberty-basing"), treaty.part("provision-basing")
    telling.state(treaty.node, (M.hasProvision, provision))
    telling.state(provision, (TYPE, M.Provision), (M.createsPosition, liberty))
    telling.state(liberty, (TYPE, M.Liberty), (M.bearer, operator.node), (M.bearerBasis, M.bearerStated))
    telling.state(liberty, (M.actionType, M.basing), (M.concerns, where.node))
    telling.state(liberty, (M.contentAsReported, arabic(content.words)))
    return Sentence(
        telling,
        f"The treaty permits {operator.english} to station troops at the {english} base in {host.capital.english}.",
    )
