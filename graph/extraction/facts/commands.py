"""Facts of command: under whom a force stands in peace and war, and who must lead it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.bodies import Body
from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .ledger import TYPE, Name, Printed, Term, Words
from .modality import Modality, modality_of

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .ledger import Object

_COMMAND: Final = r"(?P<lead>{w}(?:تخضع|يخضع) (?:هذه )?(?:القوات|القوه|المجموعه) )?(?P<all>في (?P<phase>زمن السلام|زمن السلم|وقت السلم|ظروف الحرب|زمن الحرب|وقت الحرب|حاله الحرب) (?:ف)?(?:تخضع )?(?P<name>لل(?:قياده|قياده العسكريه)[^.؛،]*))"


def command_things(context: Context, sentence: Sentence) -> None:
    """State who commands the force that the article speaks of."""
    for match in pattern(_COMMAND).finditer(sentence.text):
        _command(context, sentence, match)
    for match in pattern(_LED).finditer(sentence.text):
        _led(context, sentence, match)
    for match in pattern(_UNDER).finditer(sentence.text):
        _under(context, sentence, match)


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
    _arrange(context, span, force, body, phase=phase, found="force:command")
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


def _arrange(
    context: Context, span: tuple[int, int], force: Name, commander: Name, *, found: str, phase: str | None = None
) -> None:
    """State under whose command a force stands, in war, in peace, or in a phase that is not told."""
    facts: dict[str, Object] = {
        TYPE: Term("CommandArrangement"),
        "arrangementOf": force,
        "commandPhase": Term(phase or "unspecifiedPhase"),
        "underCommandOf": commander,
    }
    name = Name(f"command-of-{force.local}" + (f"-in-{phase}" if phase else ""))
    context.ledger.state(span, name, facts, pattern=found, confidence=0.75)


def sentence_words(context: Context, span: tuple[int, int]) -> str:
    """Give words of the untouched text without the preposition that is joined to them."""
    begin, end = context.folded.span(*span)
    return context.folded.source[begin:end].removeprefix("لل")


_UNDER: Final = r"(?P<all>{w}(?P<verb>تخضع|يخضع|تتبع|يتبع|تاتمر) (?:هذه )?(?P<force>{F}|القوه|القوات|المجموعه|البعثه) (?:ل|بامره |بامر )?(?P<name>ل?(?:ل)?(?:قياده|القياده)(?: (?:ال)?(?:موحده|مشتركه|عسكريه|عليا|{A}))+)(?: (?P<phase>(?:في |اثناء )?(?:زمن|وقت|حاله|ظروف) (?:السلام|السلم|الحرب)))?)"


def _under(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    """State under which command a force stands: «وتخضع القوة لقيادة موحدة»."""
    named = sentence.skeleton.mention(match["force"]) if len(match["force"]) == 1 else None
    body = named.data if named is not None and isinstance(named.data, Body) else None
    force = Name(body.identifier) if body is not None else context.last_force[0] if context.last_force else None
    if force is None or match["phase"] or modality_of(sentence, match.start("verb")) is not Modality.ACTUAL:
        return
    whose = tuple(
        Name(each.identifier)
        for mention in sentence.skeleton.inside(match["name"], Kind.ADJECTIVE)
        for each in mention.things
    )
    begin, end = sentence.skeleton.span(*match.span("name"))
    begin += len(context.words((begin, end))) - len(context.words((begin, end)).removeprefix("لل").removeprefix("ل"))
    commander = Name(f"command-of-{force.local}-itself")
    span = sentence.skeleton.span(match.start("verb"), match.end("all"))
    _arrange(context, span, force, commander, found="force:under")
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term("CommandBody"),
        "name": Printed(begin, end),
        "bodyOf": whose,
    }
    context.ledger.state((begin, end), commander, facts, pattern="force:under", confidence=0.75)


_RANK: Final = r"(?:جنرال|ضابط|لواء|عميد|فريق|عقيد|قايد|ادميرال|مشير|عسكري)"
_LED: Final = rf"(?P<lead>بقياده|تحت قياده|علي راسها|علي راسه|يقودها|يقوده|يتولاها|يتولي قيادتها|يراسها|يترأسها|براسه) (?P<post>{_RANK} (?P<of>{{A}}))(?P<deputy>[^.؛]{{0,40}}?(?P<post2>(?:نايبا له|نايب له|نايبه|ينوب عنه|يعاونه) (?:ممثل|{_RANK}|مسوول) (?P<side>{{A}})(?: (?:تعينه|يعينه|تسميه|يسميه|تختاره|يختاره) (?P<by>{{B}}|{{P}}))?))?"


def _led(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    """State the posts of those who must lead a force: «بقيادة جنرال كيني … نائبا له ضابط صومالي تعينه هيئة …»."""
    found = _force_before(context, sentence, match.start())
    if found is None:
        return
    begin, force = found
    post = Name(f"commander-of-{force.local}")
    span = sentence.skeleton.span(begin, match.end("post"))
    of = sentence.skeleton.mentions[match["of"]].things[0]
    facts: dict[str, Object] = {TYPE: Term("MilitaryPost"), "officeOf": force, "postNationality": Name(of.identifier)}
    context.ledger.state(span, post, facts, pattern="force:led", confidence=0.75)
    context.labels |= {post.local: "قائد القوة", f"deputy-{post.local}": "نائب قائد القوة"}
    if not match["lead"].startswith("يتولا"):
        _arrange(context, span, force, post, found="force:led")
    if match["deputy"]:
        _deputy(context, sentence, match, force, post)


def _deputy(context: Context, sentence: Sentence, match: re.Match[str], force: Name, post: Name) -> None:
    side, by = (sentence.skeleton.mention(match[name]) for name in ("side", "by"))
    facts: dict[str, Object] = {TYPE: Term("MilitaryPost"), "officeOf": force, "deputyTo": post}
    if side is not None:
        facts["postNationality"] = Name(side.things[0].identifier)
    if by is not None:
        facts["appointedBy"] = Name(by.things[0].identifier)
    span = sentence.skeleton.span(*match.span("post2"))
    deputy = Name(f"deputy-{post.local}")
    context.ledger.state(span, deputy, facts, pattern="force:deputy", confidence=0.75)


def _force_before(context: Context, sentence: Sentence, place: int) -> tuple[int, Name] | None:
    """Find the force that words before a place name, else the one of which the article spoke last."""
    for at in range(place - 1, max(-1, place - _NEAR), -1):
        mention = sentence.skeleton.mentions.get(sentence.text[at])
        if mention is not None and mention.kind is Kind.FORCE and isinstance(mention.data, Body):
            return at, Name(mention.data.identifier)
    if context.last_force is None:
        return None
    first = pattern(r"(?:القوه|القوات|المجموعه|الوحده|مجموعه|قوه|قوات|وحده|لواء|كتيبه|فيلق) ").search(
        sentence.text, max(0, place - _NEAR), place
    )
    return (first.start() if first else place), context.last_force[0]


_NEAR: Final = 70
"""Within how many letters before its commander a force is named."""
