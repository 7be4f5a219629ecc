"""What stays in memory as long as the server: the collector need not walk through it ever again.

Words, records and passages are a third of a million objects; a walk through them takes a fifth of a
second, during which nobody is answered.
"""

import gc

from assistant.keeping.register import Register

_NEW_OBJECTS = 20_000  # a request makes a few hundred that last until it is answered
_NEW_WALKS = 20  # walks through the new ones before one through those that lasted
_LASTING_WALKS = 5  # and those before one through all that is not there to stay


def warm_for_good(register: Register) -> None:
    """Warm a register, then set all that is in memory by now apart as there to stay."""
    gc.set_threshold(_NEW_OBJECTS, _NEW_WALKS, _LASTING_WALKS)
    register.warm()
    gc.collect()
    gc.freeze()
