"""The express lane of queries: they pass what every request passes, done by the same parts, without the framework.

A look-up takes the store a tenth of a millisecond, the framework five times that, and each thread that a request goes
through as much again. So a query is answered in the thread that it comes in, which goes on with other requests while a
worker works on it. Whatever is more than a query to be answered with data goes the way of all requests.

plain    which requests take the lane, and what they say
replies  what is sent
lane     from the one to the other
"""

from __future__ import annotations

from .lane import Express

__all__ = ["Express"]
