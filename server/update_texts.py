"""The text of a SPARQL update, split into its operations (SPARQL 1.1 Update, 3), without judging its syntax."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from .problems import Problem, ProblemError, bad_request
from .sparql_tokens import CLOSING, OPENING, Token, is_doubtful, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SPACE: Final = r"(?:[ \t\r\n]|#[^\r\n]*[\r\n])*"
_LOAD: Final = re.compile(rf"load{_SPACE}(?:silent{_SPACE})?(?:<|[\w.-]*:)", re.IGNORECASE)
_PROLOGUE: Final = {"PREFIX": 2, "BASE": 1, "VERSION": 1}
_CHANGING: Final = frozenset({"WITH", "DELETE", "INSERT"})


@dataclass(frozen=True)
class Operation:
    """One operation: its tokens, the declarations that hold for it, and the text that all of them are of."""

    text: str
    prologue: str
    tokens: tuple[Token, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Give the keywords outside brackets, in capitals."""
        return tuple(token.word for token in self.outside() if token.word)

    @property
    def source(self) -> str:
        """Give its text without the declarations."""
        return self.text[self.tokens[0].begin : self.tokens[-1].end]

    @property
    def asks(self) -> bool:
        """Tell whether what it changes depends on a pattern."""
        return not _CHANGING.isdisjoint(self.words[:1]) and "DATA" not in self.words

    @property
    def deletes_its_pattern(self) -> bool:
        """Tell whether it is DELETE WHERE, whose pattern is its template too (3.1.3.3)."""
        return [token.word for token in self.tokens[:2]] == ["DELETE", "WHERE"]

    def outside(self) -> Iterator[Token]:
        """Go through the tokens outside brackets."""
        return (token for token, depth in _with_depth(self.tokens) if depth == 0)

    def blocks(self) -> dict[str, str]:
        """Give the outermost groups, braces included, each by the keyword before it."""
        found, before, begin = {}, "", 0
        for token, depth in _with_depth(self.tokens):
            if depth == 0 and token.word:
                before = token.word
            elif depth == 0 and token.text == "{":
                begin = token.begin
            elif depth == 1 and token.text == "}":
                found[before] = self.text[begin : token.end]
        return found

    def names_after(self, *keywords: str) -> str:
        """Give the text from one of these keywords on up to the next group."""
        tokens = list(self.outside())
        begin = next((index for index, token in enumerate(tokens) if token.word in keywords), None)
        if begin is None:
            return ""
        rest = tokens[begin:]
        end = next((token for token in rest[1:] if token.text == "{" or token.word == "WHERE"), None)
        return self.text[rest[0].begin : end.begin if end else self.tokens[-1].end]


@dataclass(frozen=True)
class UpdateText:
    """An update: its operations but those that would fetch something, and where the first is that is not SILENT.

    LOAD SILENT may fail without a word, and so it does here.
    """

    text: str
    operations: tuple[Operation, ...]
    loads: tuple[Operation, ...]
    refused_at: int | None

    def harmless(self) -> str:
        """Write it for a judge of syntax alone: in the place of each LOAD stands something that fetches nothing."""
        parts, end = [], 0
        for load in self.loads:
            parts += [self.text[end : load.tokens[0].begin], _without_loading(load)]
            end = load.tokens[-1].end
        return "".join([*parts, self.text[end:]])

    def require_nothing_fetched(self) -> None:
        """Raise ProblemError where it would fetch something."""
        if self.refused_at is None:
            return
        before = self.text[: self.refused_at]
        place = {"line": before.count("\n") + 1, "column": self.refused_at - before.rfind("\n")}
        detail = "LOAD is not allowed: nothing is fetched from here. Send the triples themselves to /data."
        raise ProblemError(Problem(HTTPStatus.FORBIDDEN, "load-refused", "LOAD is not allowed", detail, place))

    def with_dataset(self, graphs: Sequence[str], named: Sequence[str]) -> str:
        """Write it so that patterns are answered from the given graphs (SPARQL 1.1 Protocol, 2.2.3), without LOAD.

        Raises ProblemError where an operation names a dataset itself.
        """
        if not (graphs or named or self.loads):
            return self.text
        prologue = self.operations[-1].prologue if self.operations else ""
        return f"{prologue}\n" + " ;\n".join(with_dataset(each, graphs, named) for each in self.operations)


def read_update(text: str) -> UpdateText:
    """Split an update; where strings and comments cannot surely be told apart, whatever reads like LOAD is refused."""
    tokens = list(tokens_of(text))
    operations = list(_split(text, tokens))
    loads = tuple(each for each in operations if each.words[:1] == ("LOAD",))
    refused = next((each.tokens[0].begin for each in loads if each.words[1:2] != ("SILENT",)), None)
    if is_doubtful(tokens) and (found := _LOAD.search(text)):
        refused = found.start()
    return UpdateText(text, tuple(each for each in operations if each not in loads), loads, refused)


def with_dataset(operation: Operation, graphs: Sequence[str], named: Sequence[str]) -> str:
    """Write one operation so; raises ProblemError as above."""
    if not operation.asks or not (graphs or named):
        return operation.source
    words, blocks = operation.words, operation.blocks()
    if "USING" in words or "WITH" in words:
        raise bad_request("The update names its dataset by USING or WITH, and so does the request. Use one of them.")
    clauses = " ".join(
        [*(f"USING {graph}" for graph in _nodes(graphs)), *(f"USING NAMED {graph}" for graph in _nodes(named))]
    )
    where = blocks.get("WHERE", "")
    if operation.deletes_its_pattern:
        return f"DELETE {where} {clauses} WHERE {where}"
    templates = " ".join(f"{word} {blocks[word]}" for word in ("DELETE", "INSERT") if word in blocks)
    return f"{templates} {clauses} WHERE {where}"


def _nodes(names: Sequence[str]) -> list[NamedNode]:
    """Read the names of graphs, which stand in the text of the update then; raises ProblemError where one is no IRI."""
    try:
        return [NamedNode(name) for name in names]
    except ValueError as error:
        detail = f"A graph of the dataset has a name that is no IRI: {error}."
        title = "The dataset of the update cannot be used"
        raise ProblemError(Problem(HTTPStatus.BAD_REQUEST, "malformed-dataset", title, detail)) from error


def _without_loading(load: Operation) -> str:
    """Write an operation that parses if and only if a LOAD does."""
    rest = load.text[load.tokens[0].end : load.tokens[-1].end]
    source, into, target = rest.partition(next((token.text for token in load.outside() if token.word == "INTO"), "\0"))
    silent = next((token for token in load.tokens[1:2] if token.word == "SILENT"), None)
    source = source.replace(silent.text, "", 1) if silent else source
    return f"CLEAR GRAPH {source}" + (f" ; CREATE {target}" if into else "")


def _split(text: str, tokens: Sequence[Token]) -> Iterator[Operation]:
    prologue: list[str] = []
    for part in _parts(tokens):
        skipped = _length_of_prologue(part)
        if skipped:
            prologue.append(text[part[0].begin : part[skipped - 1].end])
        if part[skipped:]:
            yield Operation(text, "\n".join(prologue), tuple(part[skipped:]))


def _parts(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    part: list[Token] = []
    for token, depth in _with_depth(tokens):
        if token.text == ";" and depth == 0:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _length_of_prologue(part: Sequence[Token]) -> int:
    index = 0
    while index < len(part) and part[index].word in _PROLOGUE:
        index += 1 + _PROLOGUE[part[index].word]
    return min(index, len(part))


def _with_depth(tokens: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """Tell for each token in how many brackets it stands; an opening one stands outside, a closing one inside."""
    depth = 0
    for token in tokens:
        yield token, depth
        if token.kind == "mark" and token.text in OPENING:
            depth += 1
        elif token.kind == "mark" and token.text in CLOSING:
            depth -= 1
