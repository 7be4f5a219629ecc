"""The disk is looked at again and again while the server runs."""

from threading import Event

from assistant.keeping.inspection import keep_inspecting


class ToyRegister:
    """Ends the looking at the third look; the second fails."""

    def __init__(self):
        self.looks, self.ending = 0, Event()

    def inspect(self):
        self.looks += 1
        if self.looks == 2:
            raise OSError("a disk that stutters")
        if self.looks == 3:
            self.ending.set()


def test_a_look_that_fails_is_told_and_the_next_one_comes_all_the_same(caplog):
    register = ToyRegister()
    keep_inspecting(register, register.ending, pause=0.0)
    assert register.looks == 3
    assert "a disk that stutters" in caplog.text
