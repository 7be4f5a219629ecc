"""What-ifs as they stand in addresses: ``HU:for,SK:abstention``."""

import re
from http import HTTPStatus

from assistant.question import Switch
from corpus.model import Position
from web.errors import RequestProblem, printable

_SWITCH = re.compile(r"([A-Za-z]{2}):([a-z_]+)")


def read_switches(text: str | None) -> tuple[Switch, ...]:
    """The switches of an address, in its order.

    Raises: RequestProblem (422) when one is not ``STATE:position`` or a state stands twice.
    """
    switches = tuple(_switch(part.strip()) for part in (text or "").split(",") if part.strip())
    if len({switch.state for switch in switches}) != len(switches):
        raise _malformed(text or "")
    return switches


def _switch(text: str) -> Switch:
    found = _SWITCH.fullmatch(text)
    if found is None or found[2] not in set(Position):
        raise _malformed(text)
    return Switch(found[1].upper(), Position(found[2]))


def _malformed(text: str) -> RequestProblem:
    return RequestProblem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        f"switch {printable(text)!r}: expected STATE:position, each state once, such as "
        f"HU:for,SK:abstention (positions: {', '.join(Position)})",
    )
