"""Solutions and truth values as a graph, in the vocabulary by which the W3C's tests write them down in Turtle.

The vocabulary is that of http://www.w3.org/2001/sw/DataAccess/tests/result-set#; each solution stands on a line of its
own, numbered, for a graph has no order.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Final

from pyoxigraph import Triple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .terms import Term

_BEGIN: Final = "@prefix rs: <http://www.w3.org/2001/sw/DataAccess/tests/result-set#> .\n\n[] "
_CLASS: Final = "a rs:ResultSet ;\n"
_END: Final = ".\n"


def write_solutions(
    stream: IO[bytes], variables: Sequence[str], rows: Iterable[Sequence[Term | Triple | None]]
) -> None:
    """Write solutions as they come; of a variable that is unbound in a row there is no binding.

    >>> import io
    >>> from pyoxigraph import Literal
    >>> stream = io.BytesIO()
    >>> write_solutions(stream, ["x", "y"], [(Literal("a"), None)])
    >>> print(stream.getvalue().decode())
    @prefix rs: <http://www.w3.org/2001/sw/DataAccess/tests/result-set#> .
    <BLANKLINE>
    [] rs:resultVariable "x" , "y" ; a rs:ResultSet ;
      rs:solution [ rs:index 1 ; rs:binding [ rs:variable "x" ; rs:value "a" ] ] ;
    .
    <BLANKLINE>
    """
    named = " , ".join(f'"{variable}"' for variable in variables)
    stream.write((_BEGIN + (f"rs:resultVariable {named} ; " if named else "") + _CLASS).encode())
    begins = [f'[ rs:variable "{variable}" ; rs:value ' for variable in variables]
    for index, row in enumerate(rows, 1):
        bound = [f"{begin}{_written(term)} ]" for begin, term in zip(begins, row, strict=True) if term is not None]
        bindings = f" ; rs:binding {' , '.join(bound)}" if bound else ""
        stream.write(f"  rs:solution [ rs:index {index}{bindings} ] ;\n".encode())
    stream.write(_END.encode())


def write_truth(stream: IO[bytes], *, truth: bool) -> None:
    """Write the answer to a yes-or-no question."""
    stream.write(f"{_BEGIN}{_CLASS}  rs:boolean {'true' if truth else 'false'} ;\n{_END}".encode())


def _written(term: Term | Triple) -> str:
    """Write a term; a line end inside it is escaped, so that there is none but between the lines."""
    return f"<<( {term} )>>" if isinstance(term, Triple) else str(term)
