"""The power may go at any moment: what was acknowledged is on the disk, and no sync is needless.

The syncs of single files are tested in ``tests/corpus/test_power_cut.py``.
"""

import os

import pytest

from assistant.keeping.register import Register
from assistant.settings import Settings
from tests.stress.change import NOTICE
from tests.stress.disk import Recorder, lay_down

SHIPPED = "cm-5563-1-25-rev-1"
ADDED, HELD = "cm-1001-26", "cm-1002-26"
FILES = [
    ("a.txt", NOTICE.format(number=1001).encode()),
    ("b.txt", b"LIMITE\n\n" + NOTICE.format(number=1002).encode()),
]
EXPECTED = (
    {SHIPPED},
    {SHIPPED},
    {SHIPPED, ADDED},
    {SHIPPED, ADDED, HELD},
    {SHIPPED, HELD},
    {SHIPPED, ADDED, HELD},
    {SHIPPED, HELD},
)


@pytest.fixture
def recorder(tmp_path, toy_embedder, monkeypatch) -> Recorder:
    """Everything that was done to a folder in a short life, each change acknowledged."""
    data = tmp_path / "data"
    data.mkdir()
    recorder = Recorder(data)
    with monkeypatch.context() as patch:
        recorder.watch(patch.setattr)
        register = Register(Settings(data=data), embedder=toy_embedder)
        for change in (
            register.build,
            lambda: register.add(FILES),
            lambda: register.release(HELD),
            lambda: register.remove(ADDED),
            lambda: register.add(FILES[:1]),
            register.rollback,
        ):
            change()
            recorder.acknowledge()
    yield recorder
    for descriptor in recorder.held:
        os.close(descriptor)


class Examiner:
    """Starts a register on what a power cut left; looks at equal trees once."""

    def __init__(self, folder, embedder, recorder):
        self.folder, self.embedder, self.recorder = folder, embedder, recorder
        self.found = {}

    def is_lost(self, count, **cut) -> bool:
        """Whether something acknowledged is lost, or the folder unsound, after this cut."""
        tree = self.recorder.after_cut(count, **cut)
        key = hash(frozenset(tree.items()))
        if key not in self.found:
            self.found[key] = self._served(tree, f"cut-{len(self.found)}")
        acknowledged = sum(place <= count for place in self.recorder.acknowledged)
        return self.found[key] not in EXPECTED[acknowledged : acknowledged + 2]

    def _served(self, tree, name):
        lay_down(tree, self.folder / name)
        register = Register(Settings(data=self.folder / name), embedder=self.embedder)
        served = {record.id for record in register.assistant().library.records}
        return served if not register.faults() and not register.verify() else None


@pytest.fixture
def examiner(tmp_path, toy_embedder, recorder) -> Examiner:
    return Examiner(tmp_path, toy_embedder, recorder)


@pytest.mark.parametrize("names_stay", [False, True])
def test_whenever_the_power_goes_nothing_acknowledged_is_lost(recorder, examiner, names_stay):
    counts = range(len(recorder.events) + 1)
    assert [n for n in counts if examiner.is_lost(n, names_stay=names_stay)] == []


@pytest.mark.parametrize(
    "site",
    [
        "corpus._staged",
        "index.write_file",
        "corpus.sync_folder < index.stage",
        "corpus.sync_folder < index.publish",
    ],
)
def test_without_one_of_its_syncs_a_generation_would_be_lost(recorder, examiner, site):
    assert site in {event.site for event in recorder.events}
    assert examiner.is_lost(len(recorder.events), without=site)
