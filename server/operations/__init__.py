"""Operations: what those who run the service see of it.

requests    the number of each request, and the line that the log gets about it
metrics     counts and times, as Prometheus reads them
status      whether the service is well and ready, what it is, and how much it does
running     what is being worked on, and how to end it
"""

from __future__ import annotations

from .metrics import Metrics
from .requests import HEADER, Told, follow_requests, number_of_request, tell
from .running import running_blueprint
from .status import levels_of, status_blueprint

__all__ = [
    "HEADER",
    "Metrics",
    "Told",
    "follow_requests",
    "levels_of",
    "number_of_request",
    "running_blueprint",
    "status_blueprint",
    "tell",
]
