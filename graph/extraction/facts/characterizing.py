"""What an instrument is said to found, in which fields, and what it says to preserve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .actions import fields_in
from .ledger import TYPE, Name, Printed, Term
from .modality import is_in_speech
from .treaties import instruments_at

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object

_BASIS: Final = r"{w}(?P<verb>تعد|يعد|تعتبر|يعتبر|تمثل|يمثل|تشكل|يشكل) (?P<what>{I} )?(?P<words>(?:اساسا|وثيقه|اطارا|قاعده|اساس)[^.؟!؛]+?) (?P<fields>في (?:ال)?مجال(?:ات)? [^.؟!؛]+?)(?=،? (?:ولكن )?مع الحفاظ|[.؟!؛]|$)"
_SAFEGUARD: Final = (
    r"(?P<all>مع (?P<content>(?:الحفاظ علي|المحافظه علي|احترام|صون) (?P<value>استقلال|سياده|وحده)[^.؛،]*))"
)
_UNTOUCHED: Final = (
    r"{w}(?P<all>(?:لا|لن) [يت](?:مس|خل|نتقص|نال|وثر|غير|فتح)(?:ان)? (?:(?P<what>{I}) )?"
    r"(?P<content>(?:ب|من|علي |في )?(?P<value>سياده|استقلال|حقوق|وحده|السياده|التزامات|الوضع|وضع|مركز)[^.؛،]*))"
)
_WITHOUT_HARM: Final = r"(?P<all>(?:من )?(?:دون|بدون|غير|بغير) (?:ال)?(?:مساس|اخلال|انتقاص) (?P<content>(?:ب|من )(?P<value>سياده|استقلال|حقوق|وحده|السياده)[^.؛،]*))"
_STAYS: Final = r"(?P<all>علي ان [يت](?:بقي|ظل) (?P<content>(?P<value>السياده|سياده) [^.؛،]*))"


def characterize(context: Context, sentence: Sentence) -> None:
    """State what an instrument is said to found, in which fields, and what it preserves."""
    subject: tuple[KnownInstrument, ...] = ()
    meant = context.instruments.meant()
    recent = (meant,) if meant is not None else ()
    begin = 0
    for match in pattern(_BASIS).finditer(sentence.text):
        mention = sentence.skeleton.mention((match["what"] or "").strip() or None)
        subject, begin = (instruments_at(context, sentence, mention) if mention else recent), match.start("verb")
        span = sentence.skeleton.span(begin, match.end("fields"))
        for instrument in subject:
            facts: dict[str, Object | tuple[Object, ...]] = {
                "characterization": Printed(*sentence.skeleton.span(*match.span("words"))),
                "cooperationField": tuple(Term(code) for code in fields_in(match["fields"])),
            }
            context.ledger.state(
                span, Name(f"{instrument.provisional}#"), facts, pattern="characterization", confidence=0.75
            )
    for match in pattern(_SAFEGUARD).finditer(sentence.text):
        _safeguard(context, sentence, match, subject or recent, begin if subject else match.start("all"))
    provides = sentence.place - context.last_provision <= 1
    for words in (_UNTOUCHED, _WITHOUT_HARM, _STAYS):
        for match in pattern(words).finditer(sentence.text):
            mention = sentence.skeleton.mention((match.groupdict().get("what") or "").strip() or None)
            if (mention or provides) and not is_in_speech(sentence, match.start("all")):
                _safeguard(
                    context,
                    sentence,
                    match,
                    instruments_at(context, sentence, mention) if mention else subject or recent,
                    match.start("all"),
                )


def _safeguard(
    context: Context, sentence: Sentence, match: re.Match[str], instruments: tuple[KnownInstrument, ...], begin: int
) -> None:
    values = [
        code for word, code in (("استقلال", "independence"), ("سياده", "sovereignty")) if word in match["content"]
    ]
    polities = [
        Name(each.identifier)
        for mention in sentence.skeleton.inside(match["content"])
        if mention.kind in (Kind.POLITY, Kind.GROUP, Kind.ADJECTIVE)
        for each in context.things_of(mention)
    ]
    for instrument in instruments:
        name = Name(context.fresh(f"safeguard-{instrument.provisional}#"))
        inner = sentence.skeleton.span(*match.span("all"))
        facts: dict[str, Object | tuple[Object, ...]] = {
            TYPE: Term("SafeguardClause"),
            "safeguards": tuple(Term(code) for code in values),
            "safeguardedPolity": tuple(polities),
            "contentAsReported": Printed(*sentence.skeleton.span(*match.span("content"))),
        }
        context.ledger.state(
            sentence.skeleton.span(begin, match.end("all")),
            Name(f"{instrument.provisional}#"),
            {"hasProvision": name},
            pattern="safeguard",
            confidence=0.75,
        )
        context.ledger.state(inner, name, facts, pattern="safeguard", confidence=0.75)
