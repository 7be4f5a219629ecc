"""Days as forms send them."""

from datetime import date


def read_day(text: str) -> date | None:
    """The day a form's field names; None where it is empty or none.

    >>> read_day("2025-12-22"), read_day("soon")
    (datetime.date(2025, 12, 22), None)
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
