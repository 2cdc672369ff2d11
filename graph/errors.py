"""The errors of Mithaq: one base, few children, each carrying the data that its advice speaks of.

MithaqError
├── ParseError              a file or text does not parse               file, line, column, reason
├── ArticleError            a folder or file of articles is no use      file
├── FormatError             a format that nobody knows, or that does not fit    format, known, file
├── TermError               a text that is no RDF term                  term
├── QueryError              a query that gave no result                 reason, line, column
│   ├── QuerySyntaxError    it does not parse
│   ├── ServiceRefusedError it would send the server elsewhere
│   └── QueryFailedError    it broke off while it ran
├── UnknownGraphError       a named graph that the store does not hold  graph
├── NotInGraphError         an article or span that the graph does not hold    target
├── ShapesError             the shapes cannot be used                   reason
├── ForkEndedError          a copy of this process ended early          code
├── ModelMissingError       the libraries for asking a model are missing    library
├── ReviewError             a review table that does not fit its facts
└── StoreError              the folder of the store                     store
    ├── StoreMissingError   nothing there: build first
    ├── StoreForeignError   something there that is not ours
    ├── StoreTooLargeError  larger than a copy of it may be
    ├── StorePolicyError    a plain store where a governed one is needed, or the other way round    found
    ├── StoreVersionError   another version's store                     found, expected
    ├── StoreBusyError      somebody else is writing
    └── RevisionUnknownError    a revision that it has not            revision, newest
"""

from __future__ import annotations

import copyreg
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class MithaqError(Exception):
    """Anything that Mithaq refuses to do, said so that a person can act on it; it may come from another process."""

    def __reduce__(self) -> tuple[Any, ...]:
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]


class ParseError(MithaqError):
    """A file or text that does not parse; line and column count from 1, columns in characters."""

    def __init__(self, file: str, reason: str, *, line: int | None = None, column: int | None = None) -> None:
        self.file, self.reason, self.line, self.column = file, reason, line, column
        place = ":".join(str(part) for part in (file, line, column) if part is not None)
        super().__init__(f"{place}: {reason}")


class ArticleError(MithaqError):
    """A folder or file of articles that cannot be used as it is."""

    def __init__(self, file: Path, advice: str) -> None:
        self.file = file
        super().__init__(f"{file}: {advice}")


class FormatError(MithaqError):
    """The name of a format that is not known here, or does not fit what is to be written; or the ending of a file's."""

    def __init__(self, format: str, known: Iterable[str], *, file: str | None = None) -> None:  # noqa: A002 - the word of the field
        self.format, self.known, self.file = format, tuple(known), file
        fault = f"format {format!r} cannot be used here; use one of"
        if file is not None:
            fault = f"{file}: its name does not tell the syntax; let it end in one of"
        super().__init__(f"{fault}: {', '.join(self.known)}")


class TermError(MithaqError):
    """A text that should name an RDF term and does not."""

    def __init__(self, term: str, advice: str) -> None:
        self.term = term
        super().__init__(f"{term!r} is no term that can stand here: {advice}")


class QueryError(MithaqError):
    """A query that gave no result; the place, where there is one, counts from 1 in the text of the query."""

    def __init__(self, reason: str, *, line: int | None = None, column: int | None = None) -> None:
        self.reason, self.line, self.column = reason, line, column
        place = "" if line is None else f"line {line}, column {column}: "
        super().__init__(f"{place}{reason}")


class QuerySyntaxError(QueryError):
    """A query that does not parse."""


class ServiceRefusedError(QueryError):
    """A query with SERVICE, which would send requests to other machines."""


class QueryFailedError(QueryError):
    """A query that broke off while it ran."""


class UnknownGraphError(MithaqError):
    """A named graph that the store does not hold."""

    def __init__(self, graph: str) -> None:
        self.graph = graph
        super().__init__(
            f"the store holds no graph <{graph}>; list its graphs: SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} }}"
        )


class NotInGraphError(MithaqError):
    """An article or a span that the graph does not hold."""

    def __init__(self, target: str) -> None:
        self.target = target
        super().__init__(
            f"the graph holds no article or span {target}; list the articles: SELECT ?a {{ ?a a mithaq:Article }}"
        )


class ShapesError(MithaqError):
    """Shapes that the validator cannot use."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the shapes cannot be used: {reason}")


class ForkEndedError(MithaqError):
    """A copy of this process ended before its work was done, as one does that is killed for want of memory."""

    def __init__(self, code: int | None) -> None:
        self.code = code
        told = "" if code is None else f", with code {code}"
        super().__init__(f"a process ended early{told}: is there enough memory?")


class ModelMissingError(MithaqError):
    """The libraries of the model's route are not installed."""

    def __init__(self, library: str) -> None:
        self.library = library
        super().__init__(
            f"the model's route needs {library}: pip install 'mithaq[llm]', or go without --llm: the rules need nothing"
        )


class ReviewError(MithaqError):
    """A review table that does not fit the facts it is about."""


class StoreError(MithaqError):
    """A store folder that cannot be read or written."""

    def __init__(self, store: Path, advice: str) -> None:
        self.store = store
        super().__init__(f"{store}: {advice}")


class StoreMissingError(StoreError):
    """No store where one was expected."""

    def __init__(self, store: Path) -> None:
        super().__init__(store, f"no store here; build one with: mithaq build --store {store}")


class StoreForeignError(StoreError):
    """A folder with contents that Mithaq did not write, or a file where the folder should be."""

    def __init__(self, store: Path, *, is_file: bool = False) -> None:
        found = "a file, not the folder of a store" if is_file else "not a Mithaq store, and not empty"
        super().__init__(store, f"{found}; nothing was touched: name another folder")


class StoreTooLargeError(StoreError):
    """A store that is to be copied into less memory than it would take."""

    def __init__(self, store: Path) -> None:
        super().__init__(store, "larger than the memory that a copy of it may take")


class StorePolicyError(StoreError):
    """A plain store where a governed one is needed, or the other way round."""

    def __init__(self, store: Path, found: str, policy: str) -> None:
        self.found = found
        other = "open" if policy == "governed" else "governed"
        super().__init__(
            store,
            f"a {found} store, which is no use under the policy {policy!r}; nothing in it was touched: "
            f"serve it with --policy {other}, or name another folder",
        )


class StoreVersionError(StoreError):
    """A store that another version of Mithaq wrote."""

    def __init__(self, store: Path, found: object, expected: int) -> None:
        self.found, self.expected = found, expected
        super().__init__(
            store,
            f"a store of layout {found}, while this program reads and writes layout {expected}; "
            "nothing in it was touched: build into another folder",
        )


class StoreBusyError(StoreError):
    """A store that another process is writing to."""

    def __init__(self, store: Path) -> None:
        super().__init__(store, "another process is writing to this store; try again when it has finished")


class RevisionUnknownError(StoreError):
    """A revision that a store has not."""

    def __init__(self, store: Path, revision: int, newest: int) -> None:
        self.revision, self.newest = revision, newest
        super().__init__(store, f"there is no revision {revision}; its revisions are 1 to {newest}: see mithaq log")
