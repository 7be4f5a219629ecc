"""The first record's text, which every format must give back."""

from pathlib import Path

import pytest

RECORDS = Path(__file__).parents[3] / "corpus" / "records"


@pytest.fixture(scope="session")
def notice() -> str:
    return next(RECORDS.glob("cm-5563*.txt")).read_text("utf-8")
