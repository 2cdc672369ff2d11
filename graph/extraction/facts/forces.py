"""Facts of forces: armies and bases by name, with whose they are, joint forces and their tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.bodies import Body
from ..mentions.records import Kind, Mention, Thing
from ..mentions.skeleton import pattern
from .actions import actions_in
from .ledger import TRUE, TYPE, Name, Printed, Term, Words
from .modality import Modality, modality_of
from .sides import sides_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from .context import Context, Sentence
    from .ledger import Object

_JOINT: Final = r"(?P<name>(?:مجموعه )?(?:ال)?قو(?:ات|ه)(?: [\u0621-\u064a]+)? (?:(?:الموحده|المشتركه|موحده|مشتركه) )?(?P<to>ل|بين )?(?P<of>{P})|مجموعه (?:القوات )?(?P<first>[\ue200-\ue3ff\uee00-\uefff]) ?-? ?و?(?P<second>{A}) (?:الموحده|المشتركه))"
_TASK: Final = r"(?P<all>(?P<verb>(?:سوف )?(?:يكون|تكون|سيكون|ستكون) )?(?:(?:من )?(?:بين )?مهام (?P<force>[^،.؛]{3,60}?) ?،?|(?:من )?(?:مهمتها|مهامها)(?: الاساسيه| الرييسيه)?|(?:تتمثل )?مهمتها (?:في )?) (?P<content>(?:الرد|حمايه|الدفاع|مراقبه|صد|تامين|حفظ|ضمان|التدخل|ردع|القضاء|مكافحه|محاربه|مواجهه|تدريب|دعم|منع|مساعده)[^.؛]+))"

_CHARGED: Final = r"(?P<all>(?P<verb>)(?P<force>)(?:{w}(?:تتولي|ستتولي) (?:هذه )?(?:القوه|القوات|المجموعه|البعثه|{F})|{w}(?:ال)?(?:مكلفه|كلفت|تكلف|مناط بها|اوكلت اليها|عهد اليها|اسندت اليها)(?: (?:القوه|القوات|البعثه|{F}))?)(?: مهمه| مهام)? ?ب?(?P<content>(?:الرد|حمايه|الدفاع|مراقبه|صد|تامين|حفظ|ضمان|ردع|مكافحه|محاربه|مواجهه|تدريب|دعم|منع|مساعده|الاشراف|تنفيذ|نزع|ازاله|تسيير|مرافقه|الفصل)[^.؛،]+))"
"""What a force is charged with: «وتتولى القوة مراقبة …», «المكلفة بحماية …»."""


def name_forces(context: Context) -> None:
    """State armies, forces and bases: those with a name of their own, and others where a fact speaks of them or they are armed forces."""
    seen: set[tuple[str, str]] = set()
    used = {node.local for claim in context.ledger for node in (claim.subject, claim.object) if isinstance(node, Name)}
    for mention in _forces(context):
        body, span = mention.data, (mention.begin, mention.end)
        if not isinstance(body, Body) or (body.owner is None and body.stem != "named"):
            continue
        words = context.words(span)
        if body.kind == "MilitaryBase" and body.owner is None and _launches(context, mention):
            continue
        if (body.identifier, words) in seen or not (body.identifier in used or _stands_by_itself(body, words)):
            continue
        seen.add((body.identifier, words))
        used |= {body.within.identifier} if body.within else set()
        _name_force(context, span, body)


def _name_force(context: Context, span: tuple[int, int], body: Body) -> None:
    joint = any(claim.object == Term("JointForce") for claim in context.ledger.about(Name(body.identifier)))
    facts: dict[str, Object] = {TYPE: Term("JointForce" if joint else body.kind), "name": Printed(*span)}
    facts |= {"collective": TRUE} if body.several else {}
    if body.within is not None:
        facts["componentOf"] = Name(body.within.identifier)
    elif body.owner is not None:
        facts[_OWNED_BY.get(body.kind, "forceOf")] = Name(body.owner.identifier)
    if context.folded.text[span[0] - 1 : span[0] + 1] == "لل":  # the article is joined to the preposition: «للقواعد»
        span = (span[0] - 1, span[1])
        del facts["name"]
        form: dict[str, Object | tuple[Object, ...]] = {TYPE: Term("NameForm"), "names": Name(body.identifier)}
        context.ledger.state(span, Words(*span), form, pattern="force-with-owner", confidence=0.8)
        if _is_told_of(context, span, body):
            return
    context.ledger.state(span, Name(body.identifier), facts, pattern="force-with-owner", confidence=0.8)


_OWNED_BY: Final = {"MilitaryBase": "operator", "CommandBody": "bodyOf"}


def _is_told_of(context: Context, span: tuple[int, int], body: Body) -> bool:
    """Tell whether wider words already say what a force is: «القواعد الكينية الموجودة في …»."""
    name = Name(body.identifier)
    return any(
        claim.predicate == TYPE and claim.begin <= span[0] + 1 and span[1] <= claim.end
        for claim in context.ledger.about(name)
    )


def _forces(context: Context) -> Iterator[Mention]:
    """Go through the forces of an article, those in the words of an instrument too."""
    for sentence in context.sentences:
        found = [each for each in sentence.skeleton.mentions.values() if each.kind is Kind.FORCE]
        yield from sorted(found, key=lambda each: (each.begin, -each.end))


def _stands_by_itself(body: Body, words: str) -> bool:
    """Tell a name worth stating by itself from «القوات الروسية», which any report of a war has."""
    return body.stem in _TELLING or words.startswith(("القوات المسلحه", "القاعده", "جيش", "الجيش"))


_LAUNCH: Final = r"{b}[وفبل]?(?:ال)?(?:قمرا?|اقمار|صواريخ حامله|مركبه|مركبات|رواد|فضاء|كبسوله){e}"


def _launches(context: Context, mention: Mention) -> bool:
    """Tell a launching site from a base of armed forces, by what its sentence sends up."""
    here = (each for each in context.sentences if each.stretch.begin <= mention.begin < each.stretch.end)
    return any(pattern(_LAUNCH).search(each.text) for each in here)


_TELLING: Final = frozenset({"named", "fleet", "peacekeepers", "command", "navy", "land-forces"})
"""What is named for its own sake, wherever it stands."""


_ARMIES: Final = r"{w}[بكل]?(?P<name>(?:الجيشين|الجيشان|جيشا|جيشي|القوتين|القوتان) (?:(?P<one>{A}|{P}) ?(?:و ?(?P<two>{A}))?|(?P<group>{G})))"


def _armies(context: Context, sentence: Sentence) -> None:
    """State the armies of two: «الجيشين الكيني والصومالي», «جيشا البلدين»."""
    for match in pattern(_ARMIES).finditer(sentence.text):
        mentions = [sentence.skeleton.mention(match[name]) for name in ("one", "two", "group")]
        owners = [thing for each in mentions for thing in context.things_of(each)]
        if len({each.identifier for each in owners}) != _SIDES:
            continue
        span = sentence.skeleton.span(*match.span("name"))
        armies = tuple(Name(f"army-of-{each.identifier}") for each in owners)
        form: dict[str, Object | tuple[Object, ...]] = {TYPE: Term("NameForm"), "names": armies}
        context.ledger.state(span, Words(*span), form, pattern="force:armies", confidence=0.8)
        for army, owner in zip(armies, owners, strict=True):
            facts: dict[str, Object] = {TYPE: Term("ArmedForces"), "forceOf": Name(owner.identifier)}
            context.ledger.state(span, army, facts, pattern="force:armies", confidence=0.8)


def force_things(context: Context, sentence: Sentence) -> None:
    """State joint forces, tasks and command arrangements."""
    _armies(context, sentence)
    joint_forces(context, sentence)
    for words in _JOINED:
        for match in pattern(words).finditer(sentence.text):
            _composed(context, sentence, match)
    for match in pattern(_TASK).finditer(sentence.text):
        _task(context, sentence, match)
    for match in pattern(_CHARGED).finditer(sentence.text):
        if modality_of(sentence, match.start(), within=40) is Modality.ACTUAL:
            _task(context, sentence, match)


def joint_forces(context: Context, sentence: Sentence) -> tuple[Name, ...]:
    """State the joint forces that a sentence names, and give them."""
    found = [_joint(context, sentence, match) for match in pattern(_JOINT).finditer(sentence.text)]
    return tuple(each for each in found if each is not None)


def _owners(context: Context, sentence: Sentence, match: re.Match[str]) -> tuple[Thing, ...]:
    """Give those whose joint force it is: «القوات الموحدة لكينيا والصومال», «القوات الكينية الصومالية الموحدة»."""
    if match["of"]:
        whose = sentence.skeleton.mentions[match["of"]]
        joined = match["to"] or context.words((whose.begin, whose.end)).startswith("لل")  # «القوات المشتركة للصين»
        return context.things_of(whose) if joined else ()
    first = sentence.skeleton.mentions[match["first"]]
    owner = first.data.owner if isinstance(first.data, Body) else first.things[0]
    return tuple(each for each in (owner, sentence.skeleton.mentions[match["second"]].things[0]) if each)


def _joint(context: Context, sentence: Sentence, match: re.Match[str]) -> Name | None:
    things = _owners(context, sentence, match)
    sides = tuple(each.identifier for each in things)
    if len(set(sides)) < _SIDES:
        return None
    context.note_pair(sentence.skeleton.span(*match.span())[0], things)
    force = Name(f"joint-force-of-{'-'.join(sorted(sides))}")
    context.last_force = (force, sides)
    span = sentence.skeleton.span(*match.span("name"))
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term("JointForce"),
        "name": Printed(*span),
        "forceOf": tuple(map(Name, sides)),
    }
    context.ledger.state(span, force, facts, pattern="force:joint", confidence=0.8)
    return force


_FORCE_NAME: Final = r"(?P<name>\"?{F}\"?|(?:ال)?(?:قوه|قوات|لواء|فيلق|كتيبه|وحده)(?: (?:ال)?(?:عسكريه?|بحريه?|جويه?|بريه?|امنيه?))? (?:ال)?(?:مشتركه?|موحده?)(?: (?:ال)?(?:متعدده الجنسيات|افريقيه|عسكريه))*)"
_JOINED: Final = (
    rf"(?P<all>{{w}}(?:تتالف|تتكون|تتشكل) {_FORCE_NAME} من (?:[^.؛،\ue000-\ue1ff]{{0,30}} )?(?:من )?(?P<of>{{P}}))",
    rf"(?P<all>{{w}}(?:انشات|انشا|شكلت|شكل|شكلا|انشاتا|اسست) (?P<of>{{P}}|{{G}}) (?:[^.؛،\ue000-\uf8ff]{{0,20}} )?{_FORCE_NAME})",
    rf"(?P<all>{{w}}(?:اتفقت|اتفق|اتفقا|اتفقتا|قررت|قرر|قررا|قررتا) (?P<of>{{P}}|{{G}}) (?:[^.؛،\ue000-\uf8ff]{{0,30}} )?(?:علي )?(?:تشكيل|انشاء|تاسيس|تكوين) {_FORCE_NAME})",
    rf"(?P<all>(?:{{w}}هي |وهي ){_FORCE_NAME} (?:[^.؛\ue000-\ue1ff]{{0,40}}: ?|من |بين )(?P<of>{{P}}))",
)


def _composed(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    """State a joint force by those who make it up: «تتألف القوة المشتركة من جنود من مالي والنيجر»."""
    sides = sides_of(context, sentence.skeleton.mention(match["of"]))
    mention = next(sentence.skeleton.inside(match["name"], Kind.FORCE), None)
    if mention is None and "هي " in match["all"]:  # what is described stands before: «أنشئت قوات … ، وهي قوة مشتركة»
        mention = next(sentence.skeleton.inside(sentence.text[: match.start()], Kind.FORCE), None)
    body = mention.data if mention is not None else None
    if len(set(sides)) < _SIDES or modality_of(sentence, match.start()) is not Modality.ACTUAL:
        return
    force = Name(body.identifier if isinstance(body, Body) else f"joint-force-of-{'-'.join(sorted(sides))}"[:100])
    context.last_force = (force, sides)
    span, name = sentence.skeleton.span(*match.span("all")), sentence.skeleton.span(*match.span("name"))
    context.ledger.state(
        span,
        force,
        {TYPE: Term("JointForce"), "forceOf": tuple(map(Name, sides))},
        pattern="force:composed",
        confidence=0.8,
    )
    if mention is None:
        context.ledger.state(
            name, force, {TYPE: Term("JointForce"), "name": Printed(*name)}, pattern="force:composed", confidence=0.8
        )


_SIDES: Final = 2


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
