"""From any Arabic article to candidate facts: extraction by rules, evaluation, review.

reading      furniture of the page, sentences, remarks on what is hard to read
tables       names of polities, organizations and months, from `graph/data`
mentions     names, officials, instruments, bodies, put into the skeletons of sentences
dates        expressions of time
facts        named patterns over skeletons, and the ledger they write to
llm          the model's route: frames, grounding, the endpoint
known        what the graph has, asked individual by individual
resolution   what the graph already has keeps its name
evaluation   proposed facts against reviewed ones
"""

from __future__ import annotations

from .evaluation.records import FactSet, read_facts
from .evaluation.scores import Evaluation, Miss, Score, evaluate, evaluate_all
from .extracting import extract
from .folders import Extracted, extract_files
from .known import FoldedNames, Known
from .models import Endpoint
from .proposals import Proposals, Publication
from .resolution import resolve
from .review import decided, review_rows, write_csv, write_html
from .trig import write as write_trig

__all__ = [
    "Endpoint",
    "Evaluation",
    "Extracted",
    "FactSet",
    "FoldedNames",
    "Known",
    "Miss",
    "Proposals",
    "Publication",
    "Score",
    "decided",
    "evaluate",
    "evaluate_all",
    "extract",
    "extract_files",
    "read_facts",
    "resolve",
    "review_rows",
    "write_csv",
    "write_html",
    "write_trig",
]
