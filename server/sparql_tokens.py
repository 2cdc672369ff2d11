"""The tokens of a SPARQL text: enough of its grammar to measure it and to find its operations, not to judge it.

Whatever is found here is judged by the store's own parser afterwards. A `<` may begin an IRI or compare two values;
which one, a tokenizer cannot always tell. It takes the longest reading, as the specification says, and tells where
another reading would put strings and comments elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN: Final = re.compile(
    r"""(?P<space> [\s\ufeff]++ | \#[^\r\n]*+ )
      | (?P<iri> <(?:[^<>"{}|^`\\\x00-\x20]++|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*+> )
      | (?P<string> \"{3}(?:[^"\\]++|\\.|"{1,2}(?!"))*+\"{3} | '{3}(?:[^'\\]++|\\.|'{1,2}(?!'))*+'{3}
                  | "(?:[^"\\\n\r]++|\\.)*+" | '(?:[^'\\\n\r]++|\\.)*+' )
      | (?P<name> [?$]\w++ | @[A-Za-z][\w-]*+ | _:[\w.-]*\w | (?:\w[\w.-]*)?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*+ )
      | (?P<word> [A-Za-z_]\w*+ )
      | (?P<number> [0-9]++(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)? )
      | (?P<mark> . )""",
    re.VERBOSE | re.DOTALL,
)
_DOUBTFUL: Final = re.compile(r"<[^<>#]*'|<(?!(?:(?!#)[^>])*//)[^<>]*#")
OPENING: Final = "([{"
CLOSING: Final = ")]}"


@dataclass(frozen=True, slots=True)
class Token:
    """A token: what kind it is, its text, and where it begins and ends."""

    kind: str
    text: str
    begin: int
    end: int

    @property
    def word(self) -> str:
        """Give a keyword in capitals; nothing where the token is none."""
        return self.text.upper() if self.kind == "word" else ""


def tokens_of(text: str) -> Iterator[Token]:
    """Go through the tokens of a text; spaces and comments are left out.

    >>> [token.text for token in tokens_of('SELECT * { ?s a:b "}" } # }')]
    ['SELECT', '*', '{', '?s', 'a:b', '"}"', '}']
    """
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "space":
            yield Token(match.lastgroup or "mark", match[0], match.start(), match.end())


def is_doubtful(tokens: list[Token]) -> bool:
    """Tell whether an IRI could also be a comparison behind which strings and comments would stand elsewhere.

    >>> is_doubtful(list(tokens_of("SELECT * { <http://a/#b> a:b 'c' FILTER(?a < ?b) }")))
    False
    >>> is_doubtful(list(tokens_of("FILTER(?a<'>')")))
    True
    """
    return any(token.kind == "iri" and _DOUBTFUL.match(token.text) for token in tokens)


def depth_of(text: str) -> int:
    """Measure how deep the brackets of a text nest, those in IRIs included, which may be comparisons.

    >>> depth_of('SELECT (1 AS ?x) { { ?s ?p "{{{{" } }')
    2
    """
    depth = deepest = 0
    for token in tokens_of(text):
        for character in token.text if token.kind in {"iri", "mark"} else "":
            if character in OPENING:
                depth += 1
                deepest = max(deepest, depth)
            elif character in CLOSING:
                depth -= 1
    return deepest


def without_silent_services(text: str) -> str:
    """Put what SERVICE SILENT comes to where it fails, one empty solution, in its place (Federated Query, 2.1).

    >>> without_silent_services("SELECT * { ?s ?p ?o . SERVICE SILENT <http://a/> { ?s ?p { } } }")
    'SELECT * { ?s ?p ?o . {} }'
    """
    if "service" not in text.lower():
        return text
    tokens = list(tokens_of(text))
    if is_doubtful(tokens):
        return text
    ends, parts, end = ends_of_groups(tokens), [], 0
    for index, token in enumerate(tokens):
        if token.begin >= end and [each.word for each in tokens[index : index + 2]] == ["SERVICE", "SILENT"]:
            last = ends.get(index + 3)
            parts += [text[end : token.begin], "{}"]
            end = len(text) if last is None else tokens[last].end
    return "".join([*parts, text[end:]])


def ends_of_groups(tokens: Sequence[Token]) -> dict[int, int]:
    """Find for each opening brace, by its place among the tokens, the one that closes it.

    >>> ends_of_groups(list(tokens_of("{ a { } }")))
    {2: 3, 0: 4}
    """
    opened: list[int] = []
    ends = {}
    for index, token in enumerate(tokens):
        if token.text == "{":
            opened.append(index)
        elif token.text == "}" and opened:
            ends[opened.pop()] = index
    return ends
