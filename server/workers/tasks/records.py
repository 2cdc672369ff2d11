"""What a task is: a record that travels to a worker, does something with the graph there, and answers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import IO, TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeAlias, TypeVar, cast

from mithaq.graph import KnowledgeGraph, PlainGraph

if TYPE_CHECKING:
    from collections.abc import Mapping

Readable: TypeAlias = KnowledgeGraph | PlainGraph

G = TypeVar("G")
G_contra = TypeVar("G_contra", contravariant=True)
T = TypeVar("T")


@dataclass(frozen=True)
class Head:
    """What is known of an answer before its bytes: what it is written in, what the headers say, and of which revision.

    The worker itself fills in the digest of the revision, and whether the answer comes in an order of its own: then
    the same may come in another order the next time.
    """

    content_type: str
    headers: Mapping[str, str] = field(default_factory=dict)
    status: HTTPStatus = HTTPStatus.OK
    digest: str = ""
    in_own_order: bool = False


class Outlet(Protocol):
    """Where a task puts its answer, which is sent when it is whole: first the head, then the bytes, as to a file."""

    def begin(self, head: Head) -> None:
        """Say what the answer is."""

    def announce(self, name: str, value: str) -> None:
        """Add a header, at any time."""

    def write(self, data: bytes, /) -> int:
        """Add bytes to the answer."""


def as_stream(outlet: Outlet) -> IO[bytes]:
    """Give the outlet as what writers of RDF are typed to write to: all that they ask of it is to be written to."""
    return cast("IO[bytes]", outlet)


class Task(Protocol[G_contra]):
    """Something that a worker can do and whose answer is bytes."""

    kind: ClassVar[str]

    def answer(self, graph: G_contra, outlet: Outlet) -> None:
        """Put the answer into the outlet; raises MithaqError and ProblemError."""


class Inquiry(ABC, Generic[G, T]):
    """Something that a worker can find out and whose answer is one record, which travels back."""

    kind: ClassVar[str]

    @abstractmethod
    def find(self, graph: G) -> T:
        """Find it out; raises MithaqError and ProblemError."""


AnyTask: TypeAlias = Task[Any] | Inquiry[Any, Any]
