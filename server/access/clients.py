"""Clients: whom a request comes from."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .scopes import Scope
    from .tokens import Token

_HOUSEHOLD: Final = 64
"""How many bits of an IPv6 address one customer of a network shares: who has one address has all of these."""

_REMEMBERED: Final = 1024
"""How many addresses are kept that were read."""


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody at an address, with a token or without."""

    address: str
    token: Token | None = None

    @property
    def name(self) -> str:
        """What logs and limits know the client by: the name of the token, or the address.

        >>> Client("192.0.2.1").name, Client("2001:db8::1:2:3:4").name
        ('192.0.2.1', '2001:db8::/64')
        """
        return f"token {self.token.name}" if self.token else _network(self.address)

    @property
    def is_local(self) -> bool:
        """Tell whether the client is on this very machine, as far as the address says."""
        return _is_loopback(self.address)

    def may(self, scope: Scope) -> bool:
        """Tell whether the client's token allows something."""
        return self.token is not None and scope in self.token.scopes


@lru_cache(_REMEMBERED)
def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


@lru_cache(_REMEMBERED)
def _network(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address or "unknown"
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, _HOUSEHOLD), strict=False))
