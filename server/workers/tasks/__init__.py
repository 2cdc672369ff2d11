"""Tasks: what a worker can be asked to do, as records that travel to it; one module for each group of them.

records     what a task is, and what an answer begins with
queries     SPARQL queries
"""

from __future__ import annotations

from .queries import Query
from .records import AnyTask, Head, Inquiry, Outlet, Readable, Task

__all__ = ["AnyTask", "Head", "Inquiry", "Outlet", "Query", "Readable", "Task"]
