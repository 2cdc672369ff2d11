"""Facts of forces: armies and bases with whose they are, joint forces, their tasks, and who commands them in peace and war."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.bodies import Body
from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .actions import actions_in
from .context import mentions_in
from .ledger import TYPE, Name, Printed, Term, Words
from .standing import sides_of

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .ledger import Object

_JOINT: Final = r"(?P<name>(?:مجموعه )?(?:ال)?قو(?:ات|ه)(?: [\u0621-\u064a]+)? (?:(?:الموحده|المشتركه|موحده|مشتركه) )?(?:ل|بين )(?P<of>{P})|مجموعه (?:القوات )?(?P<first>[\ue200-\ue3ff\uee00-\uefff]) ?-? ?و?(?P<second>{A}) (?:الموحده|المشتركه))"
_TASK: Final = r"(?P<all>(?P<verb>(?:سوف )?(?:يكون|تكون|سيكون|ستكون) )?من (?:بين )?مهام (?P<force>[^،.؛]{3,60}?) ?،? (?P<content>(?:الرد|حمايه|الدفاع|مراقبه|صد|تامين|حفظ|ضمان|التدخل)[^.؛]+))"
_COMMAND: Final = r"(?P<lead>{w}(?:تخضع|يخضع) (?:هذه )?(?:القوات|القوه|المجموعه) )?(?P<all>في (?P<phase>زمن السلام|زمن السلم|وقت السلم|ظروف الحرب|زمن الحرب|وقت الحرب|حاله الحرب) (?:ف)?(?:تخضع )?(?P<name>لل(?:قياده|قياده العسكريه)[^.؛،]*))"


def name_forces(context: Context) -> None:
    """State armies, forces and bases that are named with their owner."""
    seen: set[tuple[str, str]] = set()
    for _, mention in mentions_in(context, Kind.FORCE):
        body = mention.data
        if (
            not isinstance(body, Body)
            or body.owner is None
            or not context.words((mention.begin, mention.end)).startswith(("ال", "جيش", "قوات"))
        ):
            continue
        span = (mention.begin, mention.end)
        if (body.identifier, context.words(span)) in seen:
            continue
        seen.add((body.identifier, context.words(span)))
        whose = "operator" if body.kind == "MilitaryBase" else "forceOf"
        context.ledger.state(
            span,
            Name(body.identifier),
            {TYPE: Term(body.kind), "name": Printed(*span), whose: Name(body.owner.identifier)},
            pattern="force-with-owner",
            confidence=0.8,
        )


def force_things(context: Context, sentence: Sentence) -> None:
    """State joint forces, tasks and command arrangements."""
    for match in pattern(_JOINT).finditer(sentence.text):
        _joint(context, sentence, match)
    for match in pattern(_TASK).finditer(sentence.text):
        _task(context, sentence, match)
    for match in pattern(_COMMAND).finditer(sentence.text):
        _command(context, sentence, match)


def _joint(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    if match["of"]:
        sides = sides_of(context, sentence.skeleton.mentions[match["of"]])
    else:
        first = sentence.skeleton.mentions[match["first"]]
        owner = first.data.owner if isinstance(first.data, Body) else first.things[0]
        sides = tuple(
            each.identifier for each in (owner, sentence.skeleton.mentions[match["second"]].things[0]) if each
        )
    if len(set(sides)) < 2:
        return
    force = Name(f"joint-force-of-{'-'.join(sorted(sides))}")
    context.last_force = (force, sides)
    span = sentence.skeleton.span(*match.span("name"))
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term("JointForce"),
        "name": Printed(*span),
        "forceOf": tuple(map(Name, sides)),
    }
    context.ledger.state(span, force, facts, pattern="force:joint", confidence=0.8)


def _task(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    if context.last_force is None:
        return
    force, sides = context.last_force
    span = sentence.skeleton.span(match.start("verb") if match["verb"] else match.start("all"), match.end("all"))
    content = sentence.skeleton.span(*match.span("content"))
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term("ForceTask"),
        "taskOf": force,
        "taskStatus": Term("planned" if (match["verb"] or "").startswith("س") else "ongoing"),
        "taskContent": Printed(*content),
        "actionType": tuple(map(Term, actions_in(" ".join(context.words(content).split())))),
        "beneficiary": tuple(map(Name, sides))
        if pattern(r"الطرفين|اي طرف|البلدين").search(context.words(content))
        else (),
    }
    context.ledger.state(span, Name(f"task-of-{force.local}"), facts, pattern="force:task", confidence=0.75)


def _command(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    if context.last_force is None:
        return
    force, _ = context.last_force
    polities = [mention.things[0].identifier for mention in sentence.skeleton.inside(match["name"], Kind.ADJECTIVE)]
    if not polities:
        return
    phase = "peacetime" if "السل" in match["phase"] else "wartime"
    body = Name(f"command-of-{'-'.join(polities)}")
    lead = len(match["lead"]) - len(match["lead"].lstrip("وف")) if match["lead"] else 0
    span = sentence.skeleton.span(match.start("lead") + lead if match["lead"] else match.start("all"), match.end("all"))
    facts: dict[str, Object] = {
        TYPE: Term("CommandArrangement"),
        "arrangementOf": force,
        "commandPhase": Term(phase),
        "underCommandOf": body,
    }
    context.ledger.state(
        span, Name(f"command-of-{force.local}-in-{phase}"), facts, pattern="force:command", confidence=0.75
    )
    inner = sentence.skeleton.span(*match.span("name"))
    context.labels[body.local] = f"ال{sentence_words(context, inner)}"
    context.ledger.state(
        inner,
        body,
        {TYPE: Term("CommandBody"), "bodyOf": tuple(map(Name, polities))},
        pattern="force:command",
        confidence=0.75,
    )
    context.ledger.state(
        inner, Words(*inner), {TYPE: Term("NameForm"), "names": body}, pattern="force:command", confidence=0.75
    )


def sentence_words(context: Context, span: tuple[int, int]) -> str:
    """Give words of the untouched text without the preposition that is joined to them."""
    begin, end = context.folded.span(*span)
    return context.folded.source[begin:end].removeprefix("لل")
