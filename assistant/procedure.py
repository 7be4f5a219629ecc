"""A procedure: an act on its way through the Council, as the records tell it.

Knows which records speak of which act. Several notices may (revisions, languages); the latest
revision wins and the earlier ones stay citable.
"""

from dataclasses import dataclass

from corpus.model import Act, Record, Stated


@dataclass(frozen=True, slots=True)
class Procedure:
    """One act and the records that tell of it.

    ``id`` is the slug of the interinstitutional file, else of the act's document, else of the
    notice with the act's place in it. ``record`` is the one that counts, ``act`` the act within
    it; ``earlier`` are superseded records, ``versions`` the same notice in other languages.
    ``superseded_by`` is the record that counts instead, where a superseded one is asked about.
    """

    id: str
    record: Record
    act: Act
    earlier: tuple[Record, ...] = ()
    versions: tuple[Record, ...] = ()
    superseded_by: Record | None = None

    @property
    def title(self) -> Stated[str] | None:
        """The title of the act, else the subject of the notice."""
        return self.act.title or self.record.notice.subject
