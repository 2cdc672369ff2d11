"""What is found out once for each revision and then kept: of the newest one only."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from ..problems import ProblemError

if TYPE_CHECKING:
    from ..service import Service
    from ..workers import Inquiry

T = TypeVar("T")

_log = logging.getLogger(__name__)
_PATIENCE: Final = 0.5


@dataclass(frozen=True)
class _Known(Generic[T]):
    digest: str
    value: T


class Newest(Generic[T]):
    """The answer to an inquiry at the newest revision; the one before where that takes longer than a reader waits."""

    def __init__(self, service: Service, inquiry: Inquiry[Any, T], patience: float = _PATIENCE) -> None:
        self._service, self._inquiry, self._patience = service, inquiry, patience
        self._known: _Known[T] | None = None
        self._finding = threading.Lock()

    def value(self) -> T:
        """Give the answer; raises ProblemError where it has to be found out and cannot."""
        known = self._known
        if known is None:
            return self._found()
        if known.digest != self._service.revision().digest and not self._finding.locked():
            behind = threading.Thread(target=self._find_behind, daemon=True)
            behind.start()
            behind.join(self._patience)
            known = self._known or known
        return known.value

    def _found(self) -> T:
        """Find out, once for all who ask at the same time."""
        with self._finding:
            known, digest = self._known, self._service.revision().digest
            if known is None or known.digest != digest:
                self._known = known = _Known(digest, self._service.find(self._inquiry))
            return known.value

    def _find_behind(self) -> None:
        try:
            self._found()
        except ProblemError as error:
            _log.warning("what has changed cannot be read yet: %s", error)
