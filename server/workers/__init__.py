"""Workers: processes that answer for the service, so that no request can hang, crash or fill the service itself.

A worker reads a snapshot of the store. It is given one task at a time, with a deadline and a limit of memory, and is
killed when it breaks either, when its client goes away, or when somebody cancels the task; another takes its place.

tasks     what a worker can be asked to do, and what it does
process   the process of a worker
pool      the workers of a service: handing out tasks, limits, killing
"""

from __future__ import annotations

from .pool import Limits, Running, Workers
from .tasks import Query, Task

__all__ = ["Limits", "Query", "Running", "Task", "Workers"]
