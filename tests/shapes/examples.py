"""The example files: for each rule, facts that keep it (NAME.valid.ttl) and facts that break it (NAME.invalid.ttl)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rdflib import SH, Graph, URIRef

MITHAQ: Final = "https://w3id.org/mithaq#"
SHAPE: Final = "https://w3id.org/mithaq/shape/"
_INDIVIDUALS: Final = "https://w3id.org/mithaq/id/example/"
_ARTICLES: Final = "https://w3id.org/mithaq/article/example-"


@dataclass(frozen=True, slots=True)
class Example:
    """One file of facts about a rule; a rule may have further invalid ones, RULE.VARIANT.invalid.ttl."""

    file: Path
    rule: str
    variant: str | None
    valid: bool

    @property
    def name(self) -> str:
        """Its path under the folder of examples."""
        return f"{self.file.parent.name}/{self.file.name}"

    @property
    def shape(self) -> URIRef:
        """The shape that it is an example of."""
        return URIRef(SHAPE + self.rule)

    @property
    def _stem(self) -> str:
        kind = "valid" if self.valid else "invalid"
        return f"{self.rule}{{}}{kind}" + (f"-{self.variant}" if self.variant else "")

    def owns(self, focus: str) -> bool:
        """Tell whether an individual or an article is this example's own."""
        article = _ARTICLES + self._stem.format("-")
        return focus.startswith((_INDIVIDUALS + self._stem.format("/") + "/", article + "#")) or focus == article

    def facts(self) -> Graph:
        """Read the facts."""
        return Graph().parse(self.file)

    def first_line(self) -> str:
        """Read the comment that says what is wrong or right here."""
        with self.file.open(encoding="utf-8") as lines:
            return next(lines)


def examples(folder: Path) -> list[Example]:
    """List the examples under a folder, one folder a topic."""
    return [_example(file) for file in sorted(folder.glob("*/*.ttl"))]


def _example(file: Path) -> Example:
    rule, *variant, kind, _ = file.name.split(".")
    return Example(file, rule, variant[0] if variant else None, kind == "valid")


def rules(shapes: Graph) -> set[URIRef]:
    """Give the shapes that can be found broken: those of properties, and those of nodes with a constraint of their own.

    Left out are shapes that only gather others under a target, and those that are only spoken of by other shapes.
    """
    listed = {shape for shape in shapes.objects(None, SH.property) if isinstance(shape, URIRef)}
    targets = SH.targetClass | SH.targetSubjectsOf | SH.targetObjectsOf
    targeted = {shape for shape in shapes.subjects(targets) if isinstance(shape, URIRef)}
    return listed | {shape for shape in targeted if (shape, SH.property, None) not in shapes}
