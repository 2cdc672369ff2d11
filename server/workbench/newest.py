"""What is found out once for each revision and then kept: of the newest one only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from ..service import Service
    from ..workers import Inquiry

T = TypeVar("T")


class Newest(Generic[T]):
    """The answer to an inquiry at the newest revision."""

    def __init__(self, service: Service, inquiry: Inquiry[Any, T]) -> None:
        self._service, self._inquiry = service, inquiry
        self._known: tuple[str, T] | None = None

    def value(self) -> T:
        """Give the answer; raises ProblemError where it has to be found out and cannot."""
        digest, known = self._service.revision().digest, self._known
        if known is not None and known[0] == digest:
            return known[1]
        found = self._service.find(self._inquiry)
        self._known = (digest, found)
        return found
