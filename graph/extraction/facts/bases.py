"""Facts of where forces are: bases with those who hold and host them, and the places where forces lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.bodies import Body
from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .events import city_identifier
from .ledger import TRUE, TYPE, Name, Printed, Term
from .modality import Modality, modality_of
from .sides import sides_of

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .ledger import Object


def place_forces(context: Context, sentence: Sentence) -> None:
    """State bases, and where forces lie."""
    _bases(context, sentence)
    for match in pattern(_STATIONED).finditer(sentence.text):
        _stationed(context, sentence, match)
    for match in pattern(_IN_THE_REGION).finditer(sentence.text):
        _in_the_region(context, sentence, match)


_HELD: Final = (
    r"(?:تملك|يملك|تمتلك|يمتلك|تحتفظ|يحتفظ|تدير|يدير|تستخدم|اقامت|اقام|انشات|انشا|بنت|افتتحت|افتتح|فتحت|لدي|شيدت|تشغل)"
)
_BASE: Final = r"(?P<base>(?:ب)?(?:\"?{F}\"?|(?:ال)?(?:قاعده|قاعدتها|قواعد|قاعدتين)(?: (?:ال)?(?:عسكريه|جويه|بحريه|دايمه|كبيره|رييسيه|لها|جديده)){0,3}))"
_BASES: Final = (
    rf"(?P<all>{{w}}{_HELD} (?P<operator>{{P}}) (?:[^.؛،\ue000-\ue1ff\uee00-\uefff]{{0,40}}? )?{_BASE}(?: في (?P<host>{{P}}|{{C}}))?)",
    rf"(?P<all>{{w}}(?:تستضيف|يستضيف|تحتضن|تضم) (?P<host>{{P}}) {_BASE}(?: (?P<whose>{{A}}))?)",
    rf"(?P<all>{_BASE} ?،? (?:(?:الموجوده|المتمركزه|القايمه|المنتشره|المقامه|الواقعه) )?(?:في|ب) ?(?P<host>{{P}}|{{C}}))",
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
    several = "قواعد" in match["base"] or "قاعدتين" in match["base"] or (isinstance(body, Body) and body.several)
    for operator in operators or ("",):
        name = body.identifier if isinstance(body, Body) else f"base-of-{operator}-in-{where}-in-{context.tag}"
        if not isinstance(body, Body) and host is not None and host.things[0].arabic:
            context.labels[name] = f"{'قواعد' if several else 'قاعدة'} عسكرية في {host.things[0].arabic}"
        own: dict[str, Object] = {"operator": Name(operator)} if operator else {}
        own |= {"collective": TRUE} if several else {}
        context.ledger.state(span, Name(name), {**facts, **own}, pattern="force:base", confidence=0.78)


_STATIONED: Final = r"(?P<all>{w}(?:تتمركز|تتخذ|تنتشر|مقر قيادتها|مقرها|يقع مقرها|ومقرها) (?:هذه )?(?:القوات |القوه )?(?:في )?(?P<where>{C}|{P}))"


def _stationed(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    """State where a force that the article has just spoken of lies."""
    where = sentence.skeleton.mention(match["where"])
    if context.last_force is None or where is None:
        return
    place = _city_of(where)
    if place is not None:
        span = sentence.skeleton.span(*match.span("all"))
        facts: dict[str, Object] = {"locatedIn": Name(place)}
        context.ledger.state(span, context.last_force[0], facts, pattern="force:stationed", confidence=0.72)


def _city_of(where: Mention) -> str | None:
    """Give the city that a mention names, a capital that stands for a place too."""
    thing = where.things[0]
    if where.kind is Kind.PLACE and thing.english:
        return city_identifier(thing.english)
    return None


_IN_THE_REGION: Final = r"(?P<force>{F})(?: (?:الموجوده|المتمركزه|القايمه|المنتشره))? في (?:هذه )?(?P<name>المنطقه){e}(?! ال| [\ue200-\ue3ff])"
_REGION: Final = r"{b}(?:[وف]?ب?)(?P<name>المنطقه){e}(?! ال| [\ue200-\ue3ff])"


def _in_the_region(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    """State that a force lies in «the region», which the article names no closer."""
    body = sentence.skeleton.mentions[match["force"]].data
    if not isinstance(body, Body):
        return
    region = Name(f"region-of-{context.tag}")
    place: dict[str, Object] = {"locatedIn": region}
    span = sentence.skeleton.span(*match.span())
    context.ledger.state(span, Name(body.identifier), place, pattern="force:in-the-region", confidence=0.7)
    for other in context.sentences:
        first = pattern(_REGION).search(other.text)
        if first is not None:
            words = other.skeleton.span(*first.span("name"))
            facts: dict[str, Object] = {TYPE: Term("Region"), "name": Printed(*words)}
            context.ledger.state(words, region, facts, pattern="force:in-the-region", confidence=0.7)
            return
