"""Words that name a state by its form or make once the article has named it: «المملكة», «السلطنة», «الجزيرة»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..mentions.names import polity_things
from ..mentions.records import Form, Kind, Mention, Thing
from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .context import Context

_KIN: Final = (
    ("المملكه", ("saudi-arabia", "jordan", "morocco", "bahrain")),
    ("السلطنه", ("oman", "brunei")),
    ("الاماره", ("qatar", "kuwait", "monaco", "liechtenstein")),
    ("الجمهوريه الاسلاميه", ("iran", "pakistan", "mauritania")),
    ("الجزيره", ("cyprus", "malta", "sri-lanka", "taiwan", "iceland", "cuba", "madagascar", "jamaica", "greenland", "nauru")),
)  # fmt: skip
"""Words that name a state by its form or make, and the states that news calls so."""
_ANOTHER_ISLAND: Final = (
    r"{b}[وفبكل]{0,2}جزير(?:ه|تي|تا) [\u0621-\u064a\ue000-\uf8ff]|{b}(?:قناه|شبكه|موقع) الجزيره|{b}جزر {word}"
)


_TITLE: Final = r"{b}(?:رييسه?|وزراء|وزيره?|حاكم|زعيم|حكومه|برلمان|ملك|سلطان|امير|سكان) $"


def place_kin(context: Context, counts: Mapping[str, int], home: Thing | None) -> None:
    """Read «المملكة», «السلطنة» and the like alone as the only such state that the article speaks of, or is dated from."""
    for word, polities in _KIN:
        named = [each for each in polities if counts.get(each) or (home and home.identifier == each)]
        thing = _polity(named[0]) if len(named) == 1 else None
        if thing is not None and not (word == "الجزيره" and _names_an_island(context)):
            _place_word(context, word, thing)


def _names_an_island(context: Context) -> bool:
    return any(pattern(_ANOTHER_ISLAND).search(each.text) for each in context.sentences)


def _place_word(context: Context, word: str, thing: Thing) -> None:
    form = Form.NAME if word == "المملكه" else Form.DESIGNATION
    for index, sentence in enumerate(context.sentences):
        if word.split(maxsplit=1)[0] not in sentence.text:
            continue
        found = [
            Mention(*sentence.skeleton.span(*match.span("name")), Kind.POLITY, form, (thing,))
            for match in pattern(rf"{{b}}(?:[وف]?[بك]?)(?P<name>{word}){{e}}(?! ال| ?[\ue000-\ue3ff])").finditer(
                sentence.text
            )
            if not pattern(_TITLE).search(sentence.text[: match.start("name")])
        ]
        if found:
            context.sentences[index] = replace(sentence, skeleton=sentence.skeleton.placing(found))


def _polity(identifier: str) -> Thing | None:
    return next((each for each in polity_things() if each.identifier == identifier), None)
