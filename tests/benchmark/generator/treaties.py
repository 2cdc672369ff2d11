"""The treaties of the generated world: what is fixed about each of them before any article speaks of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from .vocabulary import M, individual

if TYPE_CHECKING:
    import datetime as dt

    from pyoxigraph import NamedNode

    from .states import State, Thing


@dataclass(frozen=True, slots=True)
class Theme:
    """What a treaty is about: its class, its Arabic and English titles, and the codes of its fields."""

    slug: str
    kind: NamedNode
    arabic: str
    english: str
    fields: tuple[NamedNode, ...]


@dataclass(frozen=True, slots=True)
class Official:
    """A person in an office, with the node of the tenure; the office is that of a state or of a body of it."""

    person: Thing
    office: Thing
    state: State
    body: Thing | None

    @property
    def tenure(self) -> NamedNode:
        """The IRI of the tenure."""
        return individual(f"tenure-{slug_of(self.person.node)}-{slug_of(self.office.node)}")


@dataclass(frozen=True, slots=True)
class Ratification:
    """A ratification: by whom, and when."""

    official: Official
    day: dt.date


@dataclass(slots=True)
class Treaty:
    """A treaty between two states; ratifications come to it as articles report them.

    One that is not signed yet has no day of signing. The first state of the pair owes what only one side owes.
    """

    slug: str
    theme: Theme
    first: State
    second: State
    signers: tuple[Official, Official]
    place: State
    term: int
    extension: int
    signed: dt.date | None = None
    ratifications: dict[str, Ratification] = field(default_factory=dict)

    @property
    def node(self) -> NamedNode:
        """The IRI of the treaty."""
        return individual(self.slug)

    @property
    def signing(self) -> NamedNode:
        """The IRI of the event of its signing."""
        return self.part("signing")

    @property
    def english(self) -> str:
        """Its English title, with its parties."""
        return f"{self.theme.english} between {self.first.english} and {self.second.english}"

    def part(self, kind: str) -> NamedNode:
        """Name a part of the treaty, or something that belongs to it alone."""
        return individual(f"{kind}-{self.slug}")


def slug_of(node: NamedNode) -> str:
    """Give the last part of an IRI."""
    return node.value.rpartition("/")[2]


THEMES: Final = (
    Theme(
        "treaty-friendship",
        M.BilateralTreaty,
        "معاهدة صداقة وتعاون",
        "Treaty of friendship and cooperation",
        (M.economicField, M.socialField),
    ),
    Theme(
        "treaty-alliance",
        M.BilateralTreaty,
        "معاهدة تحالف ودفاع مشترك",
        "Treaty of alliance and common defence",
        (M.defenseField, M.securityField),
    ),
    Theme(
        "treaty-partnership",
        M.BilateralTreaty,
        "معاهدة شراكة استراتيجية",
        "Treaty of strategic partnership",
        (M.economicField, M.foreignPolicyField, M.defenseField),
    ),
    Theme(
        "treaty-borders",
        M.BilateralTreaty,
        "معاهدة ترسيم الحدود",
        "Treaty on the delimitation of borders",
        (M.securityField,),
    ),
    Theme(
        "treaty-good-neighbourhood",
        M.BilateralTreaty,
        "معاهدة حسن جوار",
        "Treaty of good neighbourhood",
        (M.foreignPolicyField, M.socialField),
    ),
    Theme("agreement-trade", M.Agreement, "اتفاقية التجارة الحرة", "Agreement on free trade", (M.economicField,)),
    Theme(
        "agreement-military",
        M.Agreement,
        "اتفاقية التعاون العسكري",
        "Agreement on military cooperation",
        (M.defenseField,),
    ),
    Theme(
        "agreement-extradition", M.Agreement, "اتفاقية تسليم المطلوبين", "Agreement on extradition", (M.securityField,)
    ),
    Theme(
        "agreement-transport",
        M.Agreement,
        "اتفاقية النقل والعبور",
        "Agreement on transport and transit",
        (M.economicField,),
    ),
    Theme(
        "agreement-culture",
        M.Agreement,
        "اتفاقية التعاون الثقافي",
        "Agreement on cultural cooperation",
        (M.socialField, M.humanitarianField),
    ),
    Theme(
        "agreement-energy",
        M.Agreement,
        "اتفاقية الربط الكهربائي",
        "Agreement on the interconnection of power grids",
        (M.economicField,),
    ),
    Theme(
        "agreement-relief",
        M.Agreement,
        "اتفاقية الإغاثة في الكوارث",
        "Agreement on relief in disasters",
        (M.humanitarianField,),
    ),
)
