"""A question on a vote about another matter is not answered with this one's vote; a paraphrase is."""

import pytest

from assistant.answer import Reason, Status

ELSEWHERE = (
    "How did Germany vote on the Nature Restoration Law?",
    "Who voted against the Digital Services Act?",
    "Did Poland vote against the budget for 2026?",
    "How did Hungary vote on sanctions against Belarus?",
    "Wie heeft tegen de natuurherstelwet gestemd?",
    "Qui a voté contre le règlement sur la restauration de la nature ?",
    "Wer hat gegen das Lieferkettengesetz gestimmt?",
    "¿Cómo votó España sobre el presupuesto?",
    "Chi ha votato contro il regolamento sugli imballaggi?",
    "Jak Polska głosowała w sprawie budżetu?",
    "Como votou Portugal sobre as pescas?",
)
HERE = (
    "Which side did Germany take eventually on the solidarity pool?",
    "Who was in favour of the asylum solidarity scheme?",
    "What was Austria's stance regarding migration solidarity?",
    "Was the implementing decision establishing the pool adopted by the Council?",
    "Hoe heeft Hongarije uiteindelijk gestemd over de solidariteitspool?",
    "Quels gouvernements se sont opposés à la décision d'exécution du Conseil ?",
    "Welche Regierungen waren gegen den Durchführungsbeschluss?",
    "¿Cómo votó finalmente Hungría sobre el contingente anual de solidaridad?",
    "Come ha votato alla fine l'Ungheria sulla riserva annuale di solidarietà?",
    "Czy możesz dokładnie wskazać, które kraje wstrzymały się w grudniu?",
    "Podes indicar exatamente que países se abstiveram em dezembro?",
)


@pytest.mark.parametrize("question", ELSEWHERE)
def test_a_vote_on_another_matter_is_not_in_the_records(dialogue, question):
    answer = dialogue.ask(question)
    assert (answer.status, answer.reason) == (Status.NOT_FOUND, Reason.NOT_IN_RECORDS)


@pytest.mark.parametrize("question", HERE)
def test_the_same_vote_in_other_words_is_answered(dialogue, question):
    assert dialogue.ask(question).status is Status.ANSWERED
