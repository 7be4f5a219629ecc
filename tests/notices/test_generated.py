"""parse(write(facts)) == facts, for notices whose wording was written apart from the parser's."""

import os
from random import Random

import pytest

from corpus.contract import contract_of
from corpus.parse import parse_record
from corpus.readers.reader import read_source
from tests.notices.writer import LANGUAGES, Facts, random_facts, write

# The suite's share; ROLLCALL_GENERATED_NOTICES=1112 makes it the 10,000 of a long run.
NOTICES_A_LANGUAGE = int(os.environ.get("ROLLCALL_GENERATED_NOTICES", "40"))


def said(facts: Facts) -> dict[str, object]:
    """The facts as the parse --json object says them."""
    return {
        "doc_id": facts.doc_id,
        "language": facts.language,
        "date_of_document": facts.date_of_document.isoformat(),
        "opened_by": facts.opened_by,
        "opened_on": facts.opened_on.isoformat(),
        "closed": facts.closed_on.isoformat() + f"T{facts.closed_hour[0]:02}:{facts.closed_hour[1]:02}",
        "act": facts.act,
        "act_doc": facts.act_doc,
        "procedure_file": facts.procedure_file,
        "adopted": facts.adopted,
        "against": list(facts.against),
        "abstained": list(facts.abstained),
        "remainder": "for",
        "statements_by": list(facts.statements_by),
    }


def read(text: str) -> dict[str, object]:
    """What the parser makes of a notice, in the same terms."""
    found = contract_of(parse_record(read_source(text.encode(), "generated.txt")))
    act = found["acts"][0]
    shared = {key: found[key] for key in ("doc_id", "language", "date_of_document", "opened_by", "opened_on")}
    of_act = {
        key: act[key]
        for key in ("act", "act_doc", "procedure_file", "adopted", "against", "abstained", "remainder")
    }
    closed = str(found["closed_at"])[:16]
    return {**shared, "closed": closed, **of_act, "statements_by": found["statements_by"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_written_is_what_is_read(language: str) -> None:
    random = Random(f"generated {language}")
    for _ in range(NOTICES_A_LANGUAGE):
        facts = random_facts(random, language)
        text = write(facts, random)
        assert read(text) == said(facts), text
