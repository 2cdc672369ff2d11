"""Sentences about what officials say: hopes, warnings, accusations, who agrees and who denies, and who passes it on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..passages import Passage, Sentence, passage
from ..phrases import capital, english_official, named, official, past, state
from ..vocabulary import TYPE, M, arabic
from ..world import OFFICES

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from ..phrases import Scene
    from ..states import State
    from ..treaties import Official, Treaty


@dataclass(frozen=True, slots=True)
class _Saying:
    """A kind of statement: its class, its modality, what is said and how both languages introduce it."""

    slug: str
    kind: NamedNode
    modality: NamedNode
    verb: str
    gist: str
    english: str


_SAYINGS: Final = (
    _Saying(
        "hope",
        M.HopeStatement,
        M.desired,
        "أعرب {who} عن أمله في أن {gist}",
        "تعزز هذه الخطوة الاستقرار في المنطقة",
        "hoped that this step will strengthen stability in the region",
    ),
    _Saying(
        "prediction",
        M.Prediction,
        M.future,
        "توقع {who} أن {gist}",
        "يرتفع حجم التبادل التجاري خلال عامين",
        "predicted that trade will rise within two years",
    ),
    _Saying(
        "claim",
        M.Claim,
        M.actual,
        "قال {who} إن {gist}",
        "المفاوضات جرت في أجواء إيجابية",
        "said that the talks went on in a positive atmosphere",
    ),
    _Saying(
        "evaluation",
        M.Evaluation,
        M.actual,
        "اعتبر {who} أن {gist}",
        "ما تم خطوة تاريخية",
        "considered that what was done is a historic step",
    ),
    _Saying(
        "warning",
        M.Warning,
        M.possible,
        "حذر {who} من أن {gist}",
        "التأخير في التنفيذ قد يضر بمصالح الطرفين",
        "warned that a delay may harm the interests of both parties",
    ),
    _Saying(
        "commitment",
        M.Commitment,
        M.future,
        "تعهد {who} بأن {gist}",
        "تفي بلاده بجميع التزاماتها",
        "pledged that his country will keep all its commitments",
    ),
)


_CONTESTED: Final = (("هيمنة", "domination"), ("ابتزازا", "blackmail"), ("انتصارا", "a victory"), ("خيانة", "treason"))


def _act(telling: Passage, act: NamedNode, kind: NamedNode, speaker: NamedNode, gist: str) -> Passage:
    return telling.state(act, (TYPE, kind), (M.speaker, speaker), (M.gist, arabic(gist)))


def _speaker(scene: Scene, of: State) -> Official:
    return scene.world.official(of, scene.world.pick(OFFICES))


def _about(treaty: Treaty | None, first: State, second: State) -> tuple[tuple[NamedNode, NamedNode], ...]:
    return ((M.about, first.node), (M.about, second.node)) if treaty is None else ((M.about, treaty.node),)


def statement(scene: Scene, first: State, second: State, treaty: Treaty | None) -> Sentence:
    """Tell what an official said, perhaps by way of an agency."""
    saying = scene.world.pick(_SAYINGS)
    who = _speaker(scene, scene.world.pick((first, second)))
    act, person = scene.own(saying.slug), who.person.node
    agency = scene.world.agency() if scene.world.chance(0.4) else None
    relay = None if agency is None else agency.node
    gist = passage("{words}", words=saying.gist)
    telling = passage(saying.verb, who=official(who), gist=gist).attribute(person, relay)
    _act(telling, act, saying.kind, person, saying.gist)
    telling.state(act, (M.modality, saying.modality), *_about(treaty, first, second))
    telling.state(who.tenure, (M.attestedAt, act))
    translation = f"{english_official(who)} {saying.english}"
    if agency is None:
        return Sentence(telling, f"{translation}.")
    telling.state(act, (M.reportedBy, agency.node))
    whole = passage("{telling}، وفقا لما نقلته {agency}", telling=telling, agency=named(agency))
    return Sentence(whole, f"{translation}, as {agency.english} reported.")


def endorsement(scene: Scene, first: State, second: State, treaty: Treaty | None) -> Sentence:
    """Tell what an official said, and that one of the other side agrees."""
    one, other = _speaker(scene, first), _speaker(scene, second)
    act, answer = scene.own("claim"), scene.own("endorsement")
    gist = "الحوار هو السبيل الوحيد إلى تسوية الخلافات"
    said = passage("أكد {who} أن {gist}", who=official(one), gist=gist).attribute(one.person.node)
    _act(said, act, M.Claim, one.person.node, gist).state(act, (M.modality, M.actual), *_about(treaty, first, second))
    said.state(one.tenure, (M.attestedAt, act))
    agreement = "يتفق تماما مع هذا التصريح"
    agreed = passage("ذكر {who} أنه {gist}", who=official(other), gist=agreement).attribute(other.person.node)
    _act(agreed, answer, M.Endorsement, other.person.node, agreement)
    agreed.state(answer, (M.modality, M.actual), (M.endorses, act)).state(other.tenure, (M.attestedAt, answer))
    return Sentence(
        passage("{said}، بينما {agreed}", said=said, agreed=agreed),
        f"{english_official(one)} affirmed that dialogue is the only way to settle differences, "
        f"while {english_official(other)} said that he fully agrees.",
    )


def accusation(scene: Scene, first: State, second: State, treaty: Treaty | None) -> Sentence:
    """Tell that a third state accuses one of the two, and that the accused denies it."""
    third = scene.world.state(first, second)
    charge, denial = scene.own("accusation"), scene.own("denial")
    gist = "السعي إلى تغيير موازين القوى"
    accusing = passage(
        "{verb} {third} {accused} ب{gist}",
        verb=past("اتهم", third),
        third=state(third),
        accused=state(first),
        gist=gist,
    ).attribute(third.node)
    _act(accusing, charge, M.Accusation, third.node, gist).state(
        charge, (M.accused, first.node), (M.modality, M.actual)
    )
    accusing.state(charge, *_about(treaty, first, second))
    answer = "لا أساس له من الصحة"
    denying = passage("{verb} {capital} إن ذلك {gist}", verb="قالت", capital=capital(first), gist=answer)
    _act(denying.attribute(first.node), denial, M.Claim, first.node, answer)
    denying.state(denial, (M.modality, M.actual), (M.conflictsWith, charge))
    return Sentence(
        passage("{accusing}، في حين {denying}", accusing=accusing, denying=denying),
        f"{third.english} accused {first.english} of seeking to change the balance of power, "
        f"while {first.capital.english} said that this is without foundation.",
    )


def quoted(scene: Scene, first: State, second: State, treaty: Treaty | None) -> Sentence:
    """Tell what an official called the matter, in the words that the newspaper keeps at a distance."""
    who, (word, english) = _speaker(scene, second), scene.world.pick(_CONTESTED)
    act = scene.own("evaluation")
    gist = f'ما جرى يمثل "{word}"'
    telling = passage("رأى {who} أن {gist}", who=official(who), gist=gist).attribute(who.person.node)
    _act(telling, act, M.Evaluation, who.person.node, gist).state(act, (M.modality, M.actual))
    telling.state(act, (M.contestedTerm, arabic(word)), *_about(treaty, first, second))
    telling.state(who.tenure, (M.attestedAt, act))
    return Sentence(telling, f'{english_official(who)} held that what happened is "{english}".')
