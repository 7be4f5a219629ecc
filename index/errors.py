"""The errors of the index: what stands between the records and their being found.

IndexFault
├── DamagedSnapshot       a file of a generation is not what its manifest says; it was not used
├── NoSnapshot            there is no generation to serve (or none is whole)
├── WriterBusy            another writer holds the register; nothing was changed
├── StoreFull             the disk has no room; nothing was changed
├── EncoderUnavailable    the weights are missing or are not the ones that were pinned
└── EngineUnavailable     the engine that was set is not known, not installed or not reached
"""


class IndexFault(Exception):
    """The index cannot do what was asked; what was served before is still served."""


class DamagedSnapshot(IndexFault):
    """A file of a generation is not what its manifest says; found before it was used."""


class NoSnapshot(IndexFault, LookupError):
    """No whole generation is there to serve."""


class WriterBusy(IndexFault):
    """Another writer holds the register; nothing was changed."""


class StoreFull(IndexFault):
    """The disk has no room for the next generation; nothing was changed."""


class EncoderUnavailable(IndexFault):
    """The encoder's weights are missing, or are not the ones that were pinned."""


class EngineUnavailable(IndexFault):
    """The engine that was set is not known, not installed or not reached."""
