"""The core of Mithaq: build, query, export, validate and check a graph whose every triple has its sentence."""

from __future__ import annotations

from .articles import Article, read_article
from .building import BuildReport, Progress
from .errors import (
    ArticleError,
    FormatError,
    MithaqError,
    ParseError,
    QueryError,
    QueryFailedError,
    QuerySyntaxError,
    ServiceRefusedError,
    ShapesError,
    StoreBusyError,
    StoreError,
    StoreForeignError,
    StoreMissingError,
    StoreVersionError,
    TermError,
    UnknownGraphError,
)
from .evidence import Evidence
from .facts import Facts, Statement, parse_facts, parse_facts_bytes
from .findings import Finding, Severity
from .formats import SYNTAXES, Syntax
from .knowledge_graph import KnowledgeGraph
from .languages import LANGUAGES, Language, Text
from .namespaces import PREFIXES, compact
from .queries import GRAPH_FORMATS, RESULT_FORMATS, QueryResult
from .report import ValidationReport, reports_as_turtle
from .shipped import BuildFiles, shipped_files
from .spans import Span
from .statistics import Statistics
from .summaries import ArticleSummary
from .terms import Term, parse_term, write_term

__all__ = [
    "GRAPH_FORMATS",
    "LANGUAGES",
    "PREFIXES",
    "RESULT_FORMATS",
    "SYNTAXES",
    "Article",
    "ArticleError",
    "ArticleSummary",
    "BuildFiles",
    "BuildReport",
    "Evidence",
    "Facts",
    "Finding",
    "FormatError",
    "KnowledgeGraph",
    "Language",
    "MithaqError",
    "ParseError",
    "Progress",
    "QueryError",
    "QueryFailedError",
    "QueryResult",
    "QuerySyntaxError",
    "ServiceRefusedError",
    "Severity",
    "ShapesError",
    "Span",
    "Statement",
    "Statistics",
    "StoreBusyError",
    "StoreError",
    "StoreForeignError",
    "StoreMissingError",
    "StoreVersionError",
    "Syntax",
    "Term",
    "TermError",
    "Text",
    "UnknownGraphError",
    "ValidationReport",
    "compact",
    "parse_facts",
    "parse_facts_bytes",
    "parse_term",
    "read_article",
    "reports_as_turtle",
    "shipped_files",
    "write_term",
]
