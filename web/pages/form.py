"""The fields of a form that was sent: as they stand in its body, each once, and never a file."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from web.pages.visit import Visit

_MOST_FIELDS = 10


async def fields_of(visit: Visit) -> Mapping[str, str]:
    """The fields of the form a visit sends, line ends as ``\\n``; none where it is no form of ours."""
    try:
        found = parse_qs((await visit.request.body()).decode("utf-8", "replace"), max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}
    return {name: values[0].replace("\r\n", "\n") for name, values in found.items()}
