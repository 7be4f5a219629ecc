"""What a warm server holds is set apart from what the collector walks through."""

import gc
from collections.abc import Iterator

import pytest

from assistant.keeping.register import Register
from web.permanence import warm_for_good

_OF_THE_WORDS = 100_000  # objects, at the least, that the words of 24 languages are


@pytest.fixture
def usual_collector() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


@pytest.mark.usefixtures("usual_collector")
def test_all_that_a_warm_register_holds_is_set_apart(register: Register) -> None:
    before = gc.get_freeze_count()
    warm_for_good(register)
    assert gc.get_freeze_count() - before > _OF_THE_WORDS
