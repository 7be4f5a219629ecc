"""The errors of the corpus: a document that cannot be taken in, and why.

CorpusError
├── InvalidIdentifier      a document number, procedure reference or provision is malformed
├── Refusal                a document is not taken in; nothing of it is kept
│   ├── UnreadableDocument    its bytes give no text (empty, binary, encrypted, truncated …)
│   └── NotANotice            its text is no end-of-procedure notice
├── DamagedOriginal        stored bytes are no longer what was received; named, not used
└── RecordNotFound         no record bears that id
"""


class CorpusError(Exception):
    """Something about a document or an identifier is not as it must be."""


class InvalidIdentifier(CorpusError, ValueError):
    """The text is not an identifier of the kind asked for."""


class RecordNotFound(CorpusError, LookupError):
    """No record bears that id."""


class DamagedOriginal(CorpusError):
    """Stored bytes are no longer what was received; they are named and not used."""


class Refusal(CorpusError):
    """A document is not taken in: what is wrong, where, and what was expected.

    Its string is the one line shown to people: ``FILE: what, where; expected …``.
    """

    def __init__(self, document: str, problem: str, *, place: str, expected: str) -> None:
        super().__init__(document, problem, place, expected)
        self.document = document
        self.problem = problem
        self.place = place
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.document}: {self.problem}, {self.place}; expected {self.expected}"


class UnreadableDocument(Refusal):
    """The bytes give no text that could be read."""


class NotANotice(Refusal):
    """The text is not a notice that ends a written procedure."""
