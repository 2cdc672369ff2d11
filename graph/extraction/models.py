"""The door to the model's route: what it needs is imported only where it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import MithaqError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..articles import Article
    from .facts.context import Context


class ModelMissingError(MithaqError):
    """The libraries of the model's route are not installed."""

    def __init__(self, library: str) -> None:
        self.library = library
        super().__init__(
            f"the model's route needs {library}: pip install 'mithaq[llm]', or go without --llm: the rules need nothing"
        )


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is, which it is, and how long to wait for it."""

    base_url: str
    model: str
    key: str = field(repr=False)
    seconds: float = 60.0
    attempts: int = 2


def model_reader(endpoint: Endpoint, article: Article) -> Callable[[Context], tuple[str, ...]]:
    """Give a reader that asks the model and adds what can be grounded; raises ModelMissingError."""
    try:
        from .llm.endpoint import ask  # noqa: PLC0415 (an optional dependency)
        from .llm.proposing import propose  # noqa: PLC0415
    except ImportError as error:
        raise ModelMissingError(error.name or "openai") from error

    def read(context: Context) -> tuple[str, ...]:
        answer = ask(endpoint, article)
        if answer.problem is not None:
            return (f"{article.name}: {answer.problem}; the rules alone were used",)
        tally = propose(context, answer.frames)
        dropped = (
            f"{tally.not_grounded} whose words the article does not have, {tally.not_tied} that tie to nothing known"
        )
        count = len(answer.frames) + answer.misshapen
        return (
            f"{article.name}: the model proposed {count} facts: {tally.taken} taken, {dropped}, {answer.misshapen} misshapen",
        )

    return read
