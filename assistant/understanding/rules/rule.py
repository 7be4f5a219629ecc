"""One row of the tables: a condition on what stands in a question, and what it then asks."""

from dataclasses import dataclass

from assistant.question import Intent
from assistant.understanding.condition import holds


@dataclass(frozen=True, slots=True)
class Rule:
    """If the condition holds, this is meant."""

    condition: str
    intent: Intent
    aspect: str | None = None

    def holds(self, atoms: frozenset[str]) -> bool:
        """Whether every term of the condition holds."""
        return holds(self.condition, atoms)
