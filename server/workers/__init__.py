"""Workers: processes that answer for the service, so that no request can hang, crash or fill the service itself.

A worker reads a snapshot of the store. It is given one task at a time, with a deadline and a limit of memory, and is
killed when it breaks either, when its client goes away, or when somebody cancels the task; another takes its place.

tasks     what a worker can be asked to do, and what it does
sources   how a worker opens the store
process   the process of a worker
worker    the same as the service sees it
running   a task that a worker works on, and its limits
waiting   the same in an event loop
shares    how many workers a client has
pool      the workers of a service: handing out tasks, killing, replacing
holder    the process that holds a copy of the store in memory, and forks workers that begin with it
keeper    having that copy made, moved on and made again
"""

from __future__ import annotations

from .pool import Limits, Workers
from .running import Answer, Running
from .sources import Policy, Source
from .tasks import AnyTask, Head, Inquiry, Outlet, Query, Readable, Task

__all__ = [
    "Answer",
    "AnyTask",
    "Head",
    "Inquiry",
    "Limits",
    "Outlet",
    "Policy",
    "Query",
    "Readable",
    "Running",
    "Source",
    "Task",
    "Workers",
]
