"""A record becomes passages along its own structure, each one an exact stretch of its source."""

from dataclasses import replace

from corpus.model import Gloss, Stated
from index.passage import Rendering
from index.passages import CONCEPTS, passages

LONG = "The Commission has established that the needs of the Union amount to a number of relocations."


def test_every_passage_is_the_source_verbatim_at_its_span(make_record):
    record = make_record(statements={"ES": (("One.", "Two."), ("Three.",)), "LV": (("Four.",),)})
    for passage in passages(record):
        assert record.source.quote(passage.span) == passage.text


def test_a_key_names_document_part_and_point(make_record):
    record = make_record("CM 5563/1/25 REV 1", statements={"ES": (("One.",), ("Two.",))})
    assert [p.key for p in passages(record)] == [
        "CM 5563/1/25 REV 1:notice¶1",
        "CM 5563/1/25 REV 1:ES¶1",
        "CM 5563/1/25 REV 1:ES¶2",
    ]


def test_the_notice_speaks_for_the_council_and_a_joint_statement_for_all_its_authors(make_record):
    record = make_record(statements={"AT+HU": (("Together.",),)})
    assert [(p.part, p.speaker) for p in passages(record)] == [
        ("notice", "Council"),
        ("statement:AT+HU", "AT+HU"),
    ]


def test_a_long_point_is_split_at_sentences_into_numbered_parts_of_like_length(make_record):
    record = make_record(notice=((LONG,) * 12,))
    parts = passages(record)
    assert [p.label for p in parts] == ["1.1", "1.2"]
    assert [len(p.sentences) for p in parts] == [6, 6]


def test_a_sentence_is_never_cut_however_long(make_record):
    record = make_record(notice=((" ".join([LONG[:-1]] * 20) + ".",),))
    assert [p.label for p in passages(record)] == ["1"]


def test_sentences_partition_their_passage(make_record):
    for passage in passages(make_record(notice=((LONG,) * 12, ("Short.",)))):
        edges = [edge for s in passage.sentences for edge in (s.start, s.end)]
        assert edges[0] == passage.span.start
        assert edges[-1] == passage.span.end
        assert edges[1:-1:2] == edges[2:-1:2]


def test_greek_is_split_sooner_because_an_encoder_reads_less_of_it(make_record):
    greek = "Η Επιτροπή διαπίστωσε ότι οι ανάγκες της Ένωσης ανέρχονται σε αριθμό μετεγκαταστάσεων."
    latin = "H Epitropi diapistose oti oi anagkes tis Enosis anerchontai se arithmo metegkatastaseon."
    assert len(passages(make_record(notice=((latin,) * 6,)))) == 1
    assert len(passages(make_record(notice=((greek,) * 6,), language="el"))) == 2


def test_a_subject_that_stands_in_no_paragraph_is_a_passage_and_any_other_is_not_told_twice(make_record):
    record = make_record(notice=(("On the pool.",), ("The procedure was completed.",)))
    first, second = record.notice.paragraphs

    def labels(paragraphs):
        notice = replace(record.notice, subject=Stated("On the pool.", first.span), paragraphs=paragraphs)
        return [passage.label for passage in passages(replace(record, notice=notice))]

    assert labels((second,)) == ["subject", "2"]
    assert labels((first, second)) == ["1", "2"]


def test_two_paragraphs_with_one_label_have_two_keys(make_record):
    record = make_record(statements={"ES": (("One.",),), "ES+PT": (("Two.",),)})
    twice = passages(make_record(statements={"ES": (("One.",),)}))
    assert len({p.key for p in passages(record)}) == len(passages(record))
    assert len({p.key for p in twice}) == len(twice)


def test_a_gloss_is_a_rendering_of_its_paragraph_and_of_no_other(make_record):
    gloss = Gloss("statement:ES", "1", "en", "One in English.")
    record = make_record(language="nl", statements={"ES": (("Een.",), ("Twee.",))}, glosses=(gloss,))
    assert [p.renderings for p in passages(record)] == [(), (Rendering("en", "One in English."),), ()]


def test_the_gloss_of_a_split_point_is_dealt_out_over_its_parts(make_record):
    gloss = Gloss("notice", "1", "nl", " ".join(f"Zin {n}." for n in range(12)))
    first, second = passages(make_record(notice=((LONG,) * 12,), glosses=(gloss,)))
    assert first.renderings == (Rendering("nl", "Zin 0. Zin 1. Zin 2. Zin 3. Zin 4. Zin 5."),)
    assert second.renderings == (Rendering("nl", "Zin 6. Zin 7. Zin 8. Zin 9. Zin 10. Zin 11."),)


def test_the_concepts_of_a_passage_are_a_rendering_of_it(make_record):
    (passage,) = passages(make_record(), lambda _text, language: (f"in_{language}", "procedure"))
    assert passage.renderings == (Rendering(CONCEPTS, "in_en procedure"),)
