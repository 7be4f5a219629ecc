"""What a state fears, complains of, asks for or is grateful for."""

import pytest

from assistant.understanding import cues, stance
from assistant.understanding.understand import understand


@pytest.mark.parametrize(
    ("question", "language", "aspect"),
    [
        ("What is Spain afraid of?", "en", "concern"),
        ("De quoi Madrid a-t-il peur ?", "fr", "concern"),
        ("¿De qué se queja Letonia?", "es", "complaint"),
        ("Cosa vuole la Lettonia?", "it", "request"),
        ("A quem agradece a Eslováquia?", "pt", "thanks"),
        ("Was bemängelt Lettland?", "de", "complaint"),
        ("Waar is Spanje bang voor?", "nl", "concern"),
        ("Czego obawia się Hiszpania?", "pl", "concern"),
    ],
)
def test_a_stance_asked_for_narrows_what_a_statement_says(question, language, aspect) -> None:
    asked = understand(question, language)
    assert (asked.intent, asked.aspect) == ("statement", aspect)


@pytest.mark.parametrize("table", [*stance.STANCES, "obligation"])
def test_every_language_has_words_for_every_stance(table) -> None:
    assert sorted(stance.table()[table]) == sorted(cues.languages())
    assert all(stance.table()[table].values())


def test_a_demand_is_also_told_as_what_must_be() -> None:
    assert stance.takes("Er moet meer rekening worden gehouden met veiligheid.", "nl", stance.REQUEST)
    assert not stance.takes("Spanje heeft zich onthouden.", "nl", stance.REQUEST)
