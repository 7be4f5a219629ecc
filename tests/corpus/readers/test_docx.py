"""DOCX: the text someone sees, with the list numbers Word prints; tracked changes as accepted."""

import docx
import pytest
from docx.document import Document

from corpus.errors import UnreadableDocument
from corpus.readers.docx import read_docx
from corpus.readers.source import ReadText
from tests.corpus.readers.hostile_package import WORD, main_part, with_main
from tests.corpus.readers.making import docx_of_text, saved, with_part


def read(body: str) -> ReadText:
    return read_docx(with_main(main_part(body.encode())), "a.docx")


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def field_of(instruction: str, result: str) -> str:
    steps = ("begin", "separate", "end")
    begin, separate, end = (f"<w:r><w:fldChar w:fldCharType='{step}'/></w:r>" for step in steps)
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{run(result)}{end}"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run("Hun") + run("gary"), "Hungary\n"),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>", "one\ntwo\tthree\n"),
        ("<w:r><w:t>EU</w:t><w:noBreakHyphen/><w:t>border</w:t></w:r>", "EU-border\n"),
        (f"<w:hyperlink>{run('link')}</w:hyperlink>", "link\n"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('control')}</w:sdtContent></w:sdt>", "control\n"),
        (f"<w:smartTag>{run('Hungary')}</w:smartTag>", "Hungary\n"),
        (f"<w:fldSimple w:instr=' DATE '>{run('5 January')}</w:fldSimple>", "5 January\n"),
        (field_of("REF x", "shown"), "shown\n"),
        (run("page ") + field_of(" PAGE ", "7"), "page\n"),
    ],
)
def test_a_paragraph_gives_its_words(inner: str, text: str) -> None:
    assert read(paragraph(inner)).source.text == text


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        (
            f"<w:del>{run('x').replace('w:t ', 'w:delText ').replace('w:t>', 'w:delText>')}</w:del>",
            "tracked_changes",
        ),
        (f"<w:moveFrom>{run('Hungary')}</w:moveFrom>", "tracked_changes"),
        (run("Hungary", "<w:vanish/>"), "dropped_hidden_text"),
        (run("Hungary", "<w:color w:val='FFFFFF'/>"), "dropped_hidden_text"),
        (run("Hungary", "<w:color w:val='fefefe'/><w:shd w:fill='FFFFFF'/>"), "dropped_hidden_text"),
        (run("Hungary", "<w:sz w:val='1'/>"), "dropped_hidden_text"),
        (run("Hungary", "<w:strike/>"), "dropped_struck_text"),
        (run("Hungary", "<w:dstrike w:val='true'/>"), "dropped_struck_text"),
        ("<w:r><w:commentReference w:id='1'/></w:r>", "dropped_comment"),
    ],
)
def test_what_is_deleted_struck_or_hidden_is_dropped_with_a_warning(inner: str, code: str) -> None:
    told = read(paragraph(run("before") + inner + run(" after")))
    assert told.source.text == "before after\n"
    assert [warning.code for warning in told.warnings] == [code]


@pytest.mark.parametrize(
    "properties",
    [
        "<w:color w:val='FFFFFF'/><w:shd w:fill='000080'/>",
        "<w:color w:val='FFFFFF'/><w:highlight w:val='blue'/>",
        "<w:color w:val='auto'/>",
        "<w:sz w:val='12'/>",
    ],
)
def test_what_shows_is_kept(properties: str) -> None:
    assert read(paragraph(run("Hungary", properties))).source.text == "Hungary\n"


def test_white_words_in_a_dark_cell_are_kept() -> None:
    words = paragraph(run("Hungary", "<w:color w:val='FFFFFF'/>"))
    cell = f"<w:tc><w:tcPr><w:shd w:fill='000080'/></w:tcPr>{words}</w:tc>"
    assert read(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>").source.text == "Hungary\n"


def test_a_tracked_insertion_is_read_as_accepted_with_a_warning() -> None:
    told = read(paragraph(run("against: ") + f"<w:ins>{run('Malta')}</w:ins>"))
    assert told.source.text == "against: Malta\n"
    assert told.warnings[0].message == "tracked insertions read as accepted: 1"


@pytest.mark.parametrize("off", ["<w:vanish w:val='0'/>", "<w:strike w:val='false'/>", "<w:b/>"])
def test_a_switched_off_toggle_hides_nothing(off: str) -> None:
    assert read(paragraph(run("Hungary", off))).source.text == "Hungary\n"


def test_a_text_box_stands_apart_once_though_it_is_written_twice() -> None:
    box = "<w:txbxContent>" + paragraph(run("in the box")) + "</w:txbxContent>"
    compatibility = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    alternatives = (
        f"<mc:AlternateContent {compatibility}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    )
    inner = f"{run('around it')}<w:r>{alternatives}</mc:AlternateContent></w:r>"
    assert read(paragraph(inner)).source.text == "in the box\n\naround it\n"


def with_lists() -> Document:
    document = docx.Document()
    for words, style in (
        ("first", "List Number"), ("second", "List Number"), ("words", "Normal"), ("third", "List Number"),
        ("point", "List Bullet"),
    ):  # fmt: skip
        document.add_paragraph(words, style=style)
    return document


def test_list_numbers_are_printed_and_go_on_after_a_plain_paragraph() -> None:
    text = read_docx(saved(with_lists()), "a.docx").source.text
    assert text == "1. first\n\n2. second\n\nwords\n\n3. third\n\n• point\n"


NUMBERING = f"""<w:numbering {WORD.decode()}><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def test_levels_count_within_their_parent_and_an_override_starts_anew() -> None:
    places = ((1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 0), (9, 0))
    body = "".join(
        paragraph(run("x"), f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr>")
        for number, depth in places
    )
    package = with_part(with_main(main_part(body.encode())), "word/numbering.xml", NUMBERING.encode())
    lines = read_docx(package, "a.docx").source.text.strip().split("\n\n")
    labels = [line.removesuffix("x").strip() for line in lines]
    assert labels == ["3)", "3.a", "3.b", "(I)", "4)", "4.a", "1)", "2)", ""]


def test_a_table_row_is_a_line_with_tabs_and_an_empty_cell_keeps_its_place() -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    for row, column, words in (
        (0, 0, "State"),
        (0, 1, "Against"),
        (0, 2, "Abstained"),
        (1, 0, "HU"),
        (1, 2, "x"),
    ):
        table.cell(row, column).text = words
    assert read_docx(saved(document), "a.docx").source.text == "State\tAgainst\tAbstained\nHU\t\tx\n"


def test_a_table_made_for_looks_is_read_cell_by_cell() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Council of the\nEuropean Union"
    table.cell(0, 0).add_paragraph("General Secretariat")
    table.cell(0, 1).text = "CM 1/26"
    text = read_docx(saved(document), "a.docx").source.text
    assert text == "Council of the\nEuropean Union\n\nGeneral Secretariat\n\nCM 1/26\n"


def test_a_marking_above_the_pages_is_told_once_at_the_top() -> None:
    document = docx.Document()
    document.add_paragraph("body")
    document.sections[0].header.paragraphs[0].text = "LIMITE"
    document.sections[0].footer.paragraphs[0].text = "EN"
    assert read_docx(saved(document), "a.docx").source.text == "EN\n\nLIMITE\n\nbody\n"


def test_a_footnote_follows_the_body_under_the_mark_that_refers_to_it() -> None:
    line = f"<w:footnote w:id='0' w:type='separator'>{paragraph(run('-'))}</w:footnote>"
    note = f"<w:footnote w:id='5'>{paragraph(run('OJ L 1.'))}</w:footnote>"
    notes = f"<w:footnotes {WORD.decode()}>{line}{note}</w:footnotes>"
    body = paragraph(run("the Regulation") + "<w:r><w:footnoteReference w:id='5'/></w:r>" + run(" applies"))
    package = with_part(with_main(main_part(body.encode())), "word/footnotes.xml", notes.encode())
    assert read_docx(package, "a.docx").source.text == "the Regulation[1] applies\n\n[1] OJ L 1.\n"


def test_the_main_part_is_the_one_the_package_names() -> None:
    package = with_part(docx_of_text("old"), "word/document2.xml", main_part(paragraph(run("new")).encode()))
    relation = (
        b'<Relationships><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>'
    )
    assert read_docx(with_part(package, "_rels/.rels", relation), "a.docx").source.text == "new\n"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_package_is_refused(share: float, notice: str) -> None:
    whole = docx_of_text(notice)
    with pytest.raises(UnreadableDocument, match="truncated or corrupt"):
        read_docx(whole[: int(len(whole) * share)], "a.docx")


def test_a_document_that_shows_nothing_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="shows no text"):
        read_docx(docx_of_text(""), "a.docx")
