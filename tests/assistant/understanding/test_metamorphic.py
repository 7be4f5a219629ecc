"""What must not change the understanding: typing errors, case, politeness, word order, keywords, language."""

import pytest

from assistant.question import Intent, Understanding
from assistant.understanding.understand import understand
from corpus.model import Position


def core(asked: Understanding) -> tuple[Intent, tuple[str, ...], tuple[Position, ...], bool]:
    """What is asked, of whom, about which position."""
    return asked.intent, asked.states, asked.positions, asked.negated


@pytest.mark.parametrize(
    ("plain", "changed"),
    [
        ("Who voted against?", "who voted agianst?"),
        ("Which countries abstained?", "Which countires abstained?"),
        ("Wie stimmte Ungarn ab?", "Wie stimmte Ungran ab?"),
        ("Hoe stemde Slowakije?", "Hoe stemde Slowaikje?"),
        ("Comment a voté la Hongrie ?", "Comment a voté la Hongire ?"),
    ],
)
def test_a_typing_error_keeps_the_understanding(plain: str, changed: str) -> None:
    assert core(understand(changed)) == core(understand(plain))


@pytest.mark.parametrize(
    ("plain", "changed"),
    [
        ("How did Hungary vote?", "For a story I am writing: how did Hungary vote?"),
        ("How did Hungary vote?", "Good morning! Could you please tell me how Hungary voted? Thanks."),
        ("Who abstained?", "Sorry to bother you, but who abstained?"),
        ("Wer hat sich enthalten?", "Guten Tag, können Sie mir bitte sagen, wer sich enthalten hat?"),
        ("Qui a voté contre ?", "Bonjour, pourriez-vous me dire qui a voté contre ?"),
        ("¿Quién votó en contra?", "Buenos días, ¿podría decirme quién votó en contra?"),
        ("Chi si è astenuto?", "Buongiorno, può dirmi chi si è astenuto?"),
        ("Quem votou contra?", "Bom dia, pode dizer-me quem votou contra?"),
        ("Kto głosował przeciw?", "Dzień dobry, czy może mi Pan powiedzieć, kto głosował przeciw?"),
        ("Wie stemde tegen?", "Goedemorgen, kunt u mij zeggen wie er tegen stemde?"),
    ],
)
def test_a_polite_beginning_keeps_the_understanding(plain: str, changed: str) -> None:
    assert core(understand(changed)) == core(understand(plain))


@pytest.mark.parametrize(
    ("plain", "changed"),
    [
        ("How did Hungary vote?", "Hungary: how did it vote?"),
        ("Who voted against the decision?", "The decision, who voted against?"),
        ("Wie hat Spanien gestimmt?", "Spanien, wie hat das gestimmt?"),
        ("Comment a voté l'Espagne ?", "L'Espagne a voté comment ?"),
        ("Jak głosowały Węgry?", "Węgry jak głosowały?"),
    ],
)
def test_another_order_of_words_keeps_the_understanding(plain: str, changed: str) -> None:
    assert core(understand(changed)) == core(understand(plain))


@pytest.mark.parametrize(
    ("plain", "keywords"),
    [
        ("How did Hungary vote?", "vote hungary"),
        ("How did Hungary vote?", "HUNGARY VOTE"),
        ("Hoe stemde Hongarije?", "stem hongarije"),
        ("Comment a voté la Hongrie ?", "vote hongrie"),
    ],
)
def test_keywords_ask_what_the_sentence_asks(plain: str, keywords: str) -> None:
    assert core(understand(keywords)) == core(understand(plain))


@pytest.mark.parametrize(
    "question",
    [
        "Who voted against?",
        "Wie stemde tegen?",
        "Qui a voté contre ?",
        "Wer hat dagegen gestimmt?",
        "¿Quién votó en contra?",
        "Chi ha votato contro?",
        "Kto głosował przeciw?",
        "Quem votou contra?",
    ],
)
def test_the_same_question_is_understood_alike_in_each_language(question: str) -> None:
    assert core(understand(question)) == (Intent.POSITION_LIST, (), (Position.AGAINST,), False)
    assert core(understand(question.upper())) == core(understand(question))
