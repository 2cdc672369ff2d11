"""Sentences about what a treaty obliges, forbids and permits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..passages import Passage, Sentence, passage
from ..phrases import named, present, state
from ..states import Thing
from ..vocabulary import TRUE, TYPE, M, arabic, individual
from .life_cycle import both

if TYPE_CHECKING:
    import datetime as dt

    from pyoxigraph import NamedNode

    from ..phrases import Scene
    from ..states import State
    from ..treaties import Treaty


@dataclass(frozen=True, slots=True)
class _Matter:
    """What is to be done or left: its code, and how both languages say it."""

    slug: str
    action: NamedNode
    arabic: str
    english: str


_JOINT: Final = (
    _Matter(
        "mutual-defence",
        M.mutualDefense,
        "تقديم المساعدة المتبادلة في حال تعرض أي منهما لهجوم",
        "assist each other in case of an attack on either",
    ),
    _Matter(
        "consultation",
        M.consultation,
        "إجراء مشاورات دورية بشأن القضايا الدولية",
        "hold regular consultations on international issues",
    ),
    _Matter(
        "common-space",
        M.commonDefenseSpace,
        "إنشاء مجال مشترك للأمن والدفاع",
        "create a common space of security and defence",
    ),
    _Matter("border-protection", M.borderProtection, "حماية الحدود المشتركة", "protect the common border"),
    _Matter(
        "nonmilitary-cooperation",
        M.nonmilitaryCooperation,
        "تطوير التعاون في مجالات الطاقة والنقل",
        "develop cooperation in energy and transport",
    ),
    _Matter(
        "neutrality",
        M.neutrality,
        "التزام الحياد في أي نزاع مع طرف ثالث",
        "remain neutral in any conflict with a third party",
    ),
    _Matter(
        "future-agreements",
        M.futureAgreements,
        "إبرام اتفاقيات لاحقة بشأن المياه",
        "conclude later agreements on water",
    ),
)
_DIRECTED: Final = (
    _Matter("military-aid", M.militaryAid, "تزويد {other} بمعدات عسكرية", "supply {other} with military equipment"),
    _Matter("economic-aid", M.economicAid, "منح {other} قروضا ميسرة", "grant {other} soft loans"),
    _Matter(
        "representation",
        M.diplomaticRepresentation,
        "تمثيل مصالح {other} في البلدان البعيدة",
        "represent the interests of {other} in distant countries",
    ),
    _Matter("security-guarantee", M.securityGuarantee, "ضمان أمن {other}", "guarantee the security of {other}"),
)
_FORBIDDEN: Final = (
    _Matter("non-aggression", M.nonAggression, "استخدام القوة ضد الطرف الآخر", "use force against the other party"),
    _Matter(
        "alliances",
        M.neutrality,
        "الانضمام إلى تحالفات موجهة ضد الطرف الآخر",
        "join alliances directed against the other party",
    ),
)
_CONDITIONS: Final = (
    ("request", "أن يقدم الطرف الآخر طلبا خطيا", "the other party asks for it in writing"),
    ("approval", "أن يوافق عليه البرلمانان", "both parliaments approve"),
    ("budget", "أن تتوفر الاعتمادات اللازمة", "the funds are available"),
)


def _provided(telling: Passage, treaty: Treaty, slug: str, *positions: NamedNode) -> Passage:
    """State that a provision of a treaty creates positions."""
    provision = treaty.part(f"provision-{slug}")
    telling.state(treaty.node, (M.hasProvision, provision))
    return telling.state(provision, (TYPE, M.Provision), *((M.createsPosition, each) for each in positions))


def joint_duty(scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell what both parties have to do together."""
    matter = scene.world.pick(_JOINT)
    duty = treaty.part(f"duty-{matter.slug}")
    telling = passage(
        scene.world.pick(("تقضي المعاهدة بأن على {both} {content}", "ينبغي على {both} بموجب المعاهدة {content}")),
        both=both(treaty, "الطرفين"),
        content=matter.arabic,
    )
    _provided(telling, treaty, matter.slug, duty)
    telling.state(duty, (TYPE, M.Duty), (M.obligor, treaty.first.node), (M.obligor, treaty.second.node))
    telling.state(duty, (M.bearerBasis, M.partiesOfInstrument), (M.joint, TRUE), (M.actionType, matter.action))
    telling.state(duty, (M.contentAsReported, arabic(matter.arabic)))
    return Sentence(telling, f"Under the treaty both parties have to {matter.english}.")


def directed_duty(scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell what one party owes the other, perhaps on a condition."""
    matter, debtor, creditor = scene.world.pick(_DIRECTED), treaty.first, treaty.second
    duty = treaty.part(f"duty-{matter.slug}")
    content = passage(matter.arabic, other=state(creditor))
    telling = passage(
        "{verb} {debtor} بموجب المعاهدة ب{content}",
        verb=present("لتزم", debtor),
        debtor=state(debtor),
        content=content,
    )
    _provided(telling, treaty, matter.slug, duty)
    telling.state(duty, (TYPE, M.Duty), (M.obligor, debtor.node), (M.bearerBasis, M.bearerStated))
    telling.state(duty, (M.obligee, creditor.node), (M.beneficiary, creditor.node), (M.actionType, matter.action))
    telling.state(duty, (M.contentAsReported, arabic(content.words)))
    sentence = Sentence(
        telling, f"Under the treaty {debtor.english} has to {matter.english.format(other=creditor.english)}."
    )
    return _on_condition(scene, treaty, sentence, duty) if scene.world.chance(0.4) else sentence


def _on_condition(scene: Scene, treaty: Treaty, sentence: Sentence, duty: NamedNode) -> Sentence:
    slug, words, translation = scene.world.pick(_CONDITIONS)
    condition = treaty.part(f"condition-{slug}")
    stated = passage("{words}", words=words).state(condition, (TYPE, M.Condition), (M.conditionText, arabic(words)))
    telling = passage("{telling}، شرط {stated}", telling=sentence.passage, stated=stated)
    telling.state(duty, (M.hasCondition, condition))
    return Sentence(telling, f"{sentence.translation[:-1]}, on condition that {translation}.")


def prohibition(scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell what a treaty forbids both parties."""
    matter = scene.world.pick(_FORBIDDEN)
    ban = treaty.part(f"prohibition-{matter.slug}")
    telling = passage("تحظر المعاهدة على {both} {content}", both=both(treaty, "الجانبين"), content=matter.arabic)
    _provided(telling, treaty, matter.slug, ban)
    telling.state(ban, (TYPE, M.Prohibition), (M.bearer, treaty.first.node), (M.bearer, treaty.second.node))
    telling.state(ban, (M.bearerBasis, M.partiesOfInstrument), (M.actionType, matter.action))
    telling.state(ban, (M.contentAsReported, arabic(matter.arabic)))
    return Sentence(telling, f"The treaty forbids both sides to {matter.english}.")


def _citizens(of: State) -> Passage:
    """Name the citizens of a state as a category of persons."""
    category = individual(f"citizens-of-{of.slug}")
    words = passage("مواطني {polity}", polity=state(of))
    words.state(category, (TYPE, M.PersonCategory), (M.categoryOf, of.node), (M.categoryBasis, M.citizens))
    return words.state(category, (M.membershipCriterion, arabic(words.words)))


def protection(_scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell of a right of citizens and the duty that answers to it."""
    right, duty = treaty.part("right-protection"), treaty.part("duty-protection")
    content, holders = "الحصول على الحماية القنصلية", individual(f"citizens-of-{treaty.second.slug}")
    telling = passage(
        "تمنح المعاهدة {citizens} حق {content} من سفارات {protector}",
        citizens=_citizens(treaty.second),
        content=content,
        protector=state(treaty.first),
    )
    _provided(telling, treaty, "protection", right, duty)
    telling.state(right, (TYPE, M.ClaimRight), (M.bearer, holders), (M.bearerBasis, M.bearerStated))
    telling.state(right, (M.actionType, M.consularProtection), (M.contentAsReported, arabic(content)))
    telling.state(duty, (TYPE, M.Duty), (M.obligor, treaty.first.node), (M.bearerBasis, M.bearerStated))
    telling.state(duty, (M.actionType, M.consularProtection), (M.correlative, right))
    return Sentence(
        telling,
        f"The treaty grants citizens of {treaty.second.english} the right to consular protection "
        f"by the embassies of {treaty.first.english}.",
    )


def crossing(_scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell that citizens of both parties may cross the border."""
    liberty, content = treaty.part("liberty-crossing"), "عبور الحدود من دون تأشيرة"
    telling = passage(
        "تتيح المعاهدة ل{first} و{second} {content}",
        first=_citizens(treaty.first),
        second=_citizens(treaty.second),
        content=content,
    )
    _provided(telling, treaty, "crossing", liberty)
    holders = [individual(f"citizens-of-{party.slug}") for party in (treaty.first, treaty.second)]
    telling.state(liberty, (TYPE, M.Liberty), *((M.bearer, each) for each in holders))
    telling.state(liberty, (M.bearerBasis, M.bearerStated), (M.actionType, M.freeBorderCrossing))
    telling.state(liberty, (M.contentAsReported, arabic(content)))
    return Sentence(
        telling,
        f"The treaty permits citizens of {treaty.first.english} and of {treaty.second.english} "
        "to cross the border without a visa.",
    )


def attack_rule(_scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell that an attack on one party counts as an attack on the other."""
    rule = treaty.part("rule-attack")
    trigger, result = "الهجوم على أي من طرفيها", "هجوما على الطرف الآخر"
    telling = passage("جاء في المعاهدة أن {trigger} يعتبر {result}", trigger=trigger, result=result)
    telling.state(treaty.node, (M.hasProvision, rule))
    telling.state(rule, (TYPE, M.ConstitutiveRule), (M.triggeringAct, arabic(trigger)), (M.countsAs, arabic(result)))
    telling.state(rule, (M.actionType, M.mutualDefense))
    return Sentence(
        telling, "The treaty says that an attack on either of its parties counts as an attack on the other."
    )


def appointment(_scene: Scene, treaty: Treaty, _signed: dt.date) -> Sentence:
    """Tell of a joint council, and of who can appoint its members and who has to bear with it."""
    power, liability = treaty.part("power-appointment"), treaty.part("liability-appointment")
    council = Thing(
        treaty.part("council"), M.GovernmentBody, "المجلس المشترك", f"Joint council under the {treaty.english}"
    )
    content, holder = "تعيين رئيس", treaty.second
    telling = passage(
        "{verb} {holder} صلاحية {content} {council} المنصوص عليه في المعاهدة",
        verb=present("ملك", holder),
        holder=state(holder),
        content=content,
        council=named(council, (M.bodyOf, treaty.first.node), (M.bodyOf, holder.node)),
    )
    telling.state(treaty.node, (M.establishes, council.node))
    _provided(telling, treaty, "appointment", power, liability)
    telling.state(power, (TYPE, M.Power), (M.bearer, holder.node), (M.bearerBasis, M.bearerStated))
    telling.state(power, (M.actionType, M.appointment), (M.contentAsReported, arabic(content)))
    telling.state(liability, (TYPE, M.Liability), (M.bearer, council.node), (M.bearerBasis, M.bearerStated))
    telling.state(liability, (M.actionType, M.appointment), (M.correlative, power))
    return Sentence(
        telling, f"{holder.english} has the power to appoint the head of the joint council under the treaty."
    )
