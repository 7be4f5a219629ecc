"""What the register can fail of, for the layer above it: the faults of the index by their own names."""

from index.errors import EncoderUnavailable, IndexFault, NoSnapshot, StoreFull, WriterBusy

__all__ = ["EncoderUnavailable", "IndexFault", "NoSnapshot", "StoreFull", "WriterBusy"]
