"""Facts of forces: armies and bases with whose they are, joint forces, their tasks, and who commands them in peace and war."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.bodies import Body
from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .actions import actions_in
from .context import mentions_in
from .events import city_identifier
from .ledger import TRUE, TYPE, Name, Printed, Term, Words
from .modality import Modality, modality_of
from .sides import sides_of

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .ledger import Object

_JOINT: Final = r"(?P<name>(?:مجموعه )?(?:ال)?قو(?:ات|ه)(?: [\u0621-\u064a]+)? (?:(?:الموحده|المشتركه|موحده|مشتركه) )?(?:ل|بين )(?P<of>{P})|مجموعه (?:القوات )?(?P<first>[\ue200-\ue3ff\uee00-\uefff]) ?-? ?و?(?P<second>{A}) (?:الموحده|المشتركه))"
_TASK: Final = r"(?P<all>(?P<verb>(?:سوف )?(?:يكون|تكون|سيكون|ستكون) )?(?:(?:من )?(?:بين )?مهام (?P<force>[^،.؛]{3,60}?) ?،?|(?:من )?(?:مهمتها|مهامها)(?: الاساسيه| الرييسيه)?|(?:تتمثل )?مهمتها (?:في )?) (?P<content>(?:الرد|حمايه|الدفاع|مراقبه|صد|تامين|حفظ|ضمان|التدخل|ردع|القضاء|مكافحه|محاربه|مواجهه|تدريب|دعم|منع|مساعده)[^.؛]+))"
_COMMAND: Final = r"(?P<lead>{w}(?:تخضع|يخضع) (?:هذه )?(?:القوات|القوه|المجموعه) )?(?P<all>في (?P<phase>زمن السلام|زمن السلم|وقت السلم|ظروف الحرب|زمن الحرب|وقت الحرب|حاله الحرب) (?:ف)?(?:تخضع )?(?P<name>لل(?:قياده|قياده العسكريه)[^.؛،]*))"


def name_forces(context: Context) -> None:
    """State armies, forces and bases: those with a name of their own, and others where a fact speaks of them or they are armed forces."""
    seen: set[tuple[str, str]] = set()
    spans = _spans_of_use(context)
    for _, mention in mentions_in(context, Kind.FORCE):
        body, span = mention.data, (mention.begin, mention.end)
        if not isinstance(body, Body) or (body.owner is None and body.stem != "named"):
            continue
        used = spans.get(body.identifier, ())
        here = any(begin <= span[0] < end for begin, end in used)
        words = context.words(span)
        if (body.identifier, words) in seen or not (here or (not used and _stands_by_itself(body, words))):
            continue
        seen.add((body.identifier, words))
        facts: dict[str, Object] = {TYPE: Term(body.kind), "name": Printed(*span)}
        if body.owner is not None:
            facts["operator" if body.kind == "MilitaryBase" else "forceOf"] = Name(body.owner.identifier)
        context.ledger.state(span, Name(body.identifier), facts, pattern="force-with-owner", confidence=0.8)


def _spans_of_use(context: Context) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for claim in context.ledger:
        for node in (claim.subject, claim.object):
            if isinstance(node, Name):
                found.setdefault(node.local, []).append((claim.begin, claim.end))
    return found


def _stands_by_itself(body: Body, words: str) -> bool:
    """Tell a name worth stating by itself from «القوات الروسية», which any report of a war has."""
    return body.stem == "named" or words.startswith(("القوات المسلحه", "القاعده", "جيش"))


_HELD: Final = (
    r"(?:تملك|يملك|تمتلك|يمتلك|تحتفظ|يحتفظ|تدير|يدير|تستخدم|اقامت|اقام|انشات|انشا|بنت|افتتحت|افتتح|فتحت|لدي|شيدت|تشغل)"
)
_BASE: Final = r"(?P<base>(?:ب)?(?:\"?{F}\"?|(?:ال)?(?:قاعده|قاعدتها|قواعد|قاعدتين)(?: (?:ال)?(?:عسكريه|جويه|بحريه|دايمه|كبيره|رييسيه|لها|جديده)){0,3}))"
_BASES: Final = (
    rf"(?P<all>{{w}}{_HELD} (?P<operator>{{P}}) (?:[^.؛،\ue000-\ue1ff\uee00-\uefff]{{0,40}}? )?{_BASE}(?: في (?P<host>{{P}}|{{C}}))?)",
    rf"(?P<all>{{w}}(?:تستضيف|يستضيف|تحتضن|تضم) (?P<host>{{P}}) {_BASE}(?: (?P<whose>{{A}}))?)",
    rf"(?P<all>{_BASE} ?،? (?:في|ب) ?(?P<host>{{P}}))",
    rf"(?P<all>(?:{{w}}هي |، وهي )(?P<first>اول |اكبر )?{_BASE} (?:دايمه )?ل(?P<operator>{{P}})(?: في (?P<host>{{P}}))?)",
)


def _bases(context: Context, sentence: Sentence) -> None:
    """State who holds a base where: «تملك الولايات المتحدة قاعدة عسكرية في قطر»."""
    taken: list[tuple[int, int]] = []
    for words in _BASES:
        for match in pattern(words).finditer(sentence.text):
            groups = match.groupdict()
            if any(begin < match.end() and match.start() < end for begin, end in taken):
                continue
            operators = sides_of(
                context, sentence.skeleton.mention(groups.get("operator") or groups.get("whose") or None)
            )
            host = sentence.skeleton.mention(groups.get("host") or None)
            named = next(sentence.skeleton.inside(match["base"], Kind.FORCE), None)
            body = named.data if named is not None else None
            if isinstance(body, Body) and body.kind != "MilitaryBase":
                continue
            own = body if isinstance(body, Body) else None
            if (own is None and not (operators and host)) or (own is not None and not (operators or host)):
                continue
            if modality_of(sentence, match.start(), within=40) is not Modality.ACTUAL:
                continue
            taken.append(match.span())
            _base(
                context,
                sentence,
                match,
                operators or ((own.owner.identifier,) if own is not None and own.owner else ()),
                host,
                own,
            )


def _base(
    context: Context,
    sentence: Sentence,
    match: re.Match[str],
    operators: tuple[str, ...],
    host: Mention | None,
    body: object,
) -> None:
    span = sentence.skeleton.span(*match.span("all"))
    where = host.things[0].identifier if host is not None and len(host.things) == 1 else None
    facts: dict[str, Object] = {TYPE: Term("MilitaryBase")}
    if where is not None and host is not None:
        city = host.kind is Kind.PLACE and bool(host.things[0].english)
        facts["locatedIn" if city else "hostPolity"] = Name(city_identifier(host.things[0].english) if city else where)
    several = "قواعد" in match["base"] or "قاعدتين" in match["base"]
    for operator in operators or ("",):
        name = body.identifier if isinstance(body, Body) else f"base-of-{operator}-in-{where}"
        own: dict[str, Object] = {"operator": Name(operator)} if operator else {}
        own |= {"collective": TRUE} if several else {}
        context.ledger.state(span, Name(name), {**facts, **own}, pattern="force:base", confidence=0.78)


def force_things(context: Context, sentence: Sentence) -> None:
    """State joint forces, tasks and command arrangements."""
    _bases(context, sentence)
    for match in pattern(_JOINT).finditer(sentence.text):
        _joint(context, sentence, match)
    for words in _JOINED:
        for match in pattern(words).finditer(sentence.text):
            _composed(context, sentence, match)
    for match in pattern(_TASK).finditer(sentence.text):
        _task(context, sentence, match)
    for match in pattern(_COMMAND).finditer(sentence.text):
        _command(context, sentence, match)
    for match in pattern(_STATIONED).finditer(sentence.text):
        _stationed(context, sentence, match)


_STATIONED: Final = r"(?P<all>{w}(?:تتمركز|تتخذ|تنتشر|مقر قيادتها|مقرها|يقع مقرها|ومقرها) (?:هذه )?(?:القوات |القوه )?(?:في )?(?P<where>{C}|{P}))"


def _stationed(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    """State where a force that the article has just spoken of lies."""
    where = sentence.skeleton.mention(match["where"])
    if context.last_force is None or where is None:
        return
    place = _city_of(where)
    if place is not None:
        span = sentence.skeleton.span(*match.span("all"))
        facts = {"locatedIn": Name(place)}
        context.ledger.state(span, context.last_force[0], facts, pattern="force:stationed", confidence=0.72)


def _city_of(where: Mention) -> str | None:
    """Give the city that a mention names, a capital that stands for a place too."""
    thing = where.things[0]
    if where.kind is Kind.PLACE and thing.english:
        return city_identifier(thing.english)
    return None


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


_FORCE_NAME: Final = (
    r"(?P<name>\"?{F}\"?|(?:ال)?قو(?:ه|ات) (?:ال)?(?:مشتركه|موحده)(?: (?:ال)?(?:متعدده الجنسيات|افريقيه|عسكريه))*)"
)
_JOINED: Final = (
    rf"(?P<all>{{w}}(?:تتالف|تتكون|تتشكل) {_FORCE_NAME} من (?:[^.؛،\ue000-\ue1ff]{{0,30}} )?(?:من )?(?P<of>{{P}}))",
    rf"(?P<all>{{w}}(?:انشات|انشا|شكلت|شكل|شكلا|انشاتا|اسست) (?P<of>{{P}}|{{G}}) (?:[^.؛،\ue000-\uf8ff]{{0,20}} )?{_FORCE_NAME})",
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
