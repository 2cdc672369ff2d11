"""The pages where people ask, search and read: views over what the workers find out."""

from __future__ import annotations

from .asking import add_asking
from .checking import add_checking
from .comparing import add_comparing
from .listing import add_listing
from .newest import Newest
from .reading import article_page, entity_page, vocabulary_page
from .searching import add_searching
from .seeing import add_seeing

__all__ = [
    "Newest",
    "add_asking",
    "add_checking",
    "add_comparing",
    "add_listing",
    "add_searching",
    "add_seeing",
    "article_page",
    "entity_page",
    "vocabulary_page",
]
