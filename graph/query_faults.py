"""Faults of query syntax: where a query goes wrong, and in which words to say so.

Oxigraph's parser tells the furthest place that it looked at, which lies behind the fault by up to the length of a
keyword it tried there. So the fault is sought backwards from that place: it is where the longest beginning of the query
ends after which the parser still knew how to go on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pyoxigraph import Store

from .errors import QuerySyntaxError
from .namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE: Final = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): expected (?:one of )?(?P<expected>.*)", re.DOTALL)
_EXPECTED_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)+"|\[[^]]*\.\.')
_KEYWORD: Final = re.compile(r"\b[A-Za-z_]{2,}\b")
_LONGEST_KEYWORD: Final = len("ENCODE_FOR_URI")
_UPDATES: Final = frozenset({"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE"})
_WORD_BEFORE: Final = re.compile(r"[\w:.-]*\Z")
_TOKEN_HERE: Final = re.compile(r"[\w:?$@.-]*\w|\S")
_TOKEN: Final = re.compile(
    r"""(?P<skipped> \#[^\n\r]* | <[^<>"{}|^`\\\s]*> | \"{3}.*?\"{3} | '{3}.*?'{3}
        | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | [?$]\w+ | @[\w-]+ | _:\w+ )
    | prefix \s+ (?P<declared>[\w.-]*) :
    | (?P<used>[\w.-]*) : [^\s;,.(){}]* """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


def syntax_error(text: str, message: str, prefixes: Mapping[str, str] = PREFIXES) -> QuerySyntaxError:
    """Turn what the parser says of a query into an error with the place of the fault.

    >>> print(syntax_error("SELECT * { ?s ?p }", "error at 1:19: expected one of LATERAL, SERVICE, [_]"))
    line 1, column 18: unexpected '}'
    """
    place = _PLACE.match(message)
    if place is None:
        return QuerySyntaxError(message)
    reported = _index(text, int(place["line"]), int(place["column"]))
    fault = _fault(text, reported, place["expected"], prefixes)
    before = text[:fault]
    return QuerySyntaxError(
        _reason(text, fault, prefixes), line=before.count("\n") + 1, column=fault - before.rfind("\n")
    )


def update_syntax_error(text: str, message: str) -> QuerySyntaxError:
    """Turn what the parser says of an update into an error with the place that it tells."""
    place = _PLACE.match(message)
    if place is None:
        return QuerySyntaxError(message)
    index = _index(text, int(place["line"]), int(place["column"]))
    reason = f"unexpected {found[0]!r}" if (found := _TOKEN_HERE.match(text, index)) else "unexpected end of the update"
    return QuerySyntaxError(reason, line=int(place["line"]), column=int(place["column"]))


def _index(text: str, line: int, column: int) -> int:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    return min(starts[line - 1] + column - 1, len(text))


def _fault(text: str, reported: int, expected: str, prefixes: Mapping[str, str]) -> int:
    """Give the index where the query goes wrong, at the beginning of the word there."""
    for end in range(reported, max(reported - _LONGEST_KEYWORD, 0) - 1, -1):
        if _could_go_on(text[:end], prefixes):
            return end - len(_word_before(text[:end])) if end < len(text) else end
    keywords = [len(keyword) for keyword in _KEYWORD.findall(expected)]
    return max(reported - min(keywords, default=0), 0)


def _word_before(text: str) -> str:
    found = _WORD_BEFORE.search(text)
    return found[0] if found else ""


def _could_go_on(beginning: str, prefixes: Mapping[str, str]) -> bool:
    """Tell whether the parser takes a text as the beginning of a query, or as a whole one: no fault before its end."""
    try:
        Store().query(beginning, prefixes=dict(prefixes))
    except SyntaxError as error:
        place = _PLACE.match(str(error))
        if place is None:
            return False
        at_end = _index(beginning, int(place["line"]), int(place["column"])) == len(beginning)
        return at_end and _EXPECTED_TOKEN.search(place["expected"]) is not None
    return True


def _reason(text: str, fault: int, prefixes: Mapping[str, str]) -> str:
    found = _TOKEN_HERE.match(text, fault)
    if found is None:
        return "unexpected end of the query"
    prefix, colon, _ = found[0].partition(":")
    if colon and prefix in undeclared_prefixes(text, prefixes):
        return f"the prefix {prefix}: is not declared"
    if found[0].upper() in _UPDATES:
        return f"unexpected {found[0]!r}: the graph is only read here, by SELECT, ASK, CONSTRUCT or DESCRIBE"
    return f"unexpected {found[0]!r}"


def undeclared_prefixes(text: str, prefixes: Mapping[str, str] = PREFIXES) -> list[str]:
    """List the prefixes that a query uses and nobody declares.

    >>> undeclared_prefixes('PREFIX a: <http://a/> SELECT * { a:x id:y "b:c"@ar ; foo:bar <urn:x> }')
    ['foo']
    """
    tokens = [token for token in _TOKEN.finditer(text) if token["skipped"] is None]
    declared = {token["declared"] for token in tokens if token["declared"] is not None}
    used = dict.fromkeys(token["used"] for token in tokens if token["used"] is not None)
    return [prefix for prefix in used if prefix not in declared and prefix not in prefixes]
