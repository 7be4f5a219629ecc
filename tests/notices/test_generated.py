"""parse(write(facts)) == facts, for notices whose wording was written apart from the parser's."""

import os
from random import Random

import pytest

from corpus.contract import contract_of
from corpus.parse import parse_record
from corpus.readers.reader import read_source
from tests.notices.wide_writer import WIDE_LANGUAGES, write_wide
from tests.notices.writer import LANGUAGES, Facts, random_facts, write

# The suite's share; ROLLCALL_GENERATED_NOTICES=209 makes it the 10,000 of a long run (`make stress`).
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


@pytest.mark.parametrize("language", WIDE_LANGUAGES)
def test_the_rarer_forms_say_what_was_written(language: str) -> None:
    random = Random(f"wide {language}")
    for _ in range(NOTICES_A_LANGUAGE):
        text, expected = write_wide(random, language)
        found = contract_of(parse_record(read_source(text.encode(), "generated.txt")))
        said = {key: found[key] for key in expected if key != "acts"}
        said |= {key: str(said[key])[:16] for key in ("closed_at", "extended_to") if said[key]}
        acts = [
            {key: act[key] for key in of} for act, of in zip(found["acts"], expected["acts"], strict=True)
        ]
        assert {**said, "acts": acts} == expected, text
