"""The description of every request that the service answers (OpenAPI 3.1), for programs that make programs.

parts         what descriptions of requests are made of
schemas       the forms of the documents that the service answers with
protocols     the requests of SPARQL and of the graph store
facts         the requests about facts and their grounds
documents     the requests at which IRIs dereference, and the descriptions of the service
operations    the requests of those who run the service
document      all of it together
"""

from __future__ import annotations

from .document import openapi_document

__all__ = ["openapi_document"]
