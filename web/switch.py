"""What-ifs as they stand in addresses: ``HU:for,SK:abstention``."""

import re
from http import HTTPStatus

from assistant.question import Switch
from corpus.model import Position
from web.errors import RequestProblem, printable

_SWITCH = rf"[A-Za-z]{{2}}:(?:{'|'.join(Position)})"
PATTERN = rf"^(?:{_SWITCH}(?:,{_SWITCH})*)?$"


def read_switches(text: str | None) -> tuple[Switch, ...]:
    """The switches of an address, in its order; of two for one state the later counts.

    Raises: RequestProblem (422) when one is not ``STATE:position``.
    """
    if not re.fullmatch(PATTERN, text or ""):
        raise RequestProblem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            f"switch {printable(text or '')!r}: expected STATE:position, such as HU:for,SK:abstention "
            f"(positions: {', '.join(Position)})",
        )
    pairs = (part.split(":") for part in (text or "").split(",") if part)
    position_by_state = {state.upper(): Position(position) for state, position in pairs}
    return tuple(Switch(state, position) for state, position in position_by_state.items())
