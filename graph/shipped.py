"""Where the files lie that Mithaq ships and builds from: ontology, reference, shapes, articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_NOT_LOADED = frozenset({"alignments.ttl"})


@dataclass(frozen=True, slots=True)
class BuildFiles:
    """The folders that a build reads: ontology (with its reference data), shapes, articles."""

    ontology: Path
    shapes: Path
    articles: Path

    def ontology_files(self) -> list[Path]:
        """List the files of the ontology; alignments are for readers, not for the reasoner."""
        return [file for file in sorted(self.ontology.glob("*.ttl")) if file.name not in _NOT_LOADED]

    def reference_files(self) -> list[Path]:
        """List the files of the reference graph."""
        return sorted((self.ontology / "reference").glob("*.ttl"))

    def shapes_files(self) -> list[Path]:
        """List the files of shapes."""
        return sorted(self.shapes.glob("*.ttl"))


def shipped_files(articles: Path | None = None) -> BuildFiles:
    """Give the shipped folders, with another folder of articles where one is named."""
    root = Path(__file__).resolve().parents[1]
    return BuildFiles(root / "ontology", root / "shapes", articles or root / "seeds")
