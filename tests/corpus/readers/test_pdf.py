"""PDF: pages, lines and paragraphs are kept; what cannot be believed is refused."""

import zlib

import pytest

from corpus.errors import UnreadableDocument
from corpus.readers.reader import read_source
from corpus.readers.source import ReadSource
from tests.corpus.readers.hostile_pdf import with_page
from tests.corpus.readers.making import pdf_drawn, pdf_file, pdf_of_pages, pdf_of_text, pdf_stream


def read(data: bytes) -> ReadSource:
    return read_source(data, "notice.pdf")


def refusal_of(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as refusal:
        read(data)
    return str(refusal.value)


def test_the_page_of_every_word_is_known() -> None:
    source = read(pdf_of_pages([[(60, 700, "first")], [(60, 700, "second")], [(60, 700, "third")]])).source
    pages = {word: source.page_of(source.text.index(word)) for word in ("first", "second", "third")}
    assert pages == {"first": 1, "second": 2, "third": 3}


def test_a_page_ends_in_a_line_end_and_a_form_feed() -> None:
    source = read(pdf_of_pages([[(60, 700, "one half of a")], [(60, 700, "sentence")]])).source
    assert source.text == "one half of a\n\fsentence"
    assert source.page_starts == (0, 15)


def test_an_empty_page_between_two_is_still_a_page() -> None:
    source = read(pdf_of_pages([[(60, 700, "first")], [], [(60, 700, "third")]])).source
    assert source.page_of(source.text.index("third")) == 3


def test_lines_stay_lines_and_a_wider_gap_is_a_blank_line() -> None:
    page = [(60, 700, "one"), (60, 686, "two"), (60, 672, "three"), (60, 650, "four"), (60, 636, "five")]
    assert read(pdf_of_pages([page])).source.text == "one\ntwo\nthree\n\nfour\nfive"


def test_a_hyphen_at_a_line_end_stays_with_its_line() -> None:
    page = [(60, 700, "the vote of Hun-"), (60, 686, "gary was against")]
    assert read(pdf_of_pages([page])).source.text == "the vote of Hun-\ngary was against"


def test_typographic_letters_come_through() -> None:
    words = "L’Österreich – España «oui» 74,66 % €"
    assert read(pdf_of_pages([[(60, 700, words)]])).source.text == words


def test_a_pdf_of_pictures_is_refused_and_ocrmypdf_is_named() -> None:
    picture = pdf_stream(
        b"\0" * 300, b"/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceRGB"
    )
    scan = with_page(pdf_stream(b"/I Do"), b"/XObject <</I 6 0 R>>", picture)
    way_out = "expected a text layer; add one with: ocrmypdf IN.pdf OUT.pdf"
    assert refusal_of(scan) == f"notice.pdf: the PDF has no text layer, 1 page; {way_out}"


@pytest.mark.parametrize(
    "drawing",
    [
        b"1 1 1 rg BT /F1 11 Tf 60 680 Td (and Malta) Tj ET",
        b"BT 3 Tr /F1 11 Tf 60 680 Td (and Malta) Tj ET",
        b"BT /F1 0.4 Tf 60 680 Td (and Malta) Tj ET",
        b"BT /F1 11 Tf 900 680 Td (and Malta) Tj ET",
    ],
    ids=["white on white", "drawn with no ink", "too small to see", "off the page"],
)
def test_what_does_not_show_is_dropped_with_a_warning(drawing: bytes) -> None:
    found = read(pdf_drawn(b"BT /F1 11 Tf 60 700 Td (Hungary voted against) Tj ET 0 0 0 rg " + drawing))
    assert found.source.text == "Hungary voted against"
    assert [(w.code, w.message) for w in found.warnings] == [
        ("dropped_hidden_text", "hidden characters left out: 8")
    ]


def test_white_words_on_a_dark_ground_and_the_text_layer_of_a_scan_are_kept() -> None:
    dark = b"0 0 0.5 rg 50 690 300 30 re f 1 1 1 rg BT /F1 11 Tf 60 700 Td (Hungary voted against) Tj ET"
    assert read(pdf_drawn(dark)).source.text == "Hungary voted against"
    picture = b"q 500 0 0 700 20 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q "
    layer = b"BT 3 Tr /F1 11 Tf 60 700 Td (Hungary voted against) Tj ET"
    assert read(pdf_drawn(picture + layer)).source.text == "Hungary voted against"


def test_the_cells_of_a_row_stand_under_the_heads_of_their_columns_in_whatever_order_they_are_drawn() -> None:
    heads = [(60, 700, "Delegation"), (200, 700, "For"), (260, 700, "Against"), (320, 700, "Abstention")]
    rows = [(60, 686, "Hungary"), (270, 686, "x"), (60, 672, "Malta"), (330, 672, "x")]
    by_row = read(pdf_of_pages([heads + rows])).source.text
    by_column = read(
        pdf_of_pages([sorted(heads + rows, key=lambda each: (each[0] // 50, -each[1]))])
    ).source.text
    assert by_row == by_column
    head, hungary, malta = by_row.split("\n")
    assert head.index("Against") <= hungary.index("x") < head.index("Against") + len("Against")
    assert head.index("Abstention") <= malta.index("x") < head.index("Abstention") + len("Abstention")


def test_two_columns_of_running_text_are_read_one_after_the_other() -> None:
    left = [
        "With the exception of Hungary and",
        "Slovakia, which voted against,",
        "all the delegations voted in",
        "favour of the adoption of the",
        "Regulation (8433/25). The statement",
    ]
    right = [
        "by Hungary is set out in the Annex.",
        "The required qualified majority",
        "was reached on that day and the",
        "Regulation is therefore adopted.",
        "It enters into force tomorrow.",
    ]
    lines = [
        (x, 700 - 14 * n, words)
        for n, pair in enumerate(zip(left, right, strict=True))
        for x, words in zip((60, 310), pair, strict=True)
    ]
    assert read(pdf_of_pages([lines])).source.text == "\n".join(left + right)


def test_an_encrypted_pdf_is_refused_with_the_way_out() -> None:
    lock = b"/Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s)>> /ID [(a) (a)]" % (
        b"o" * 32,
        b"u" * 32,
    )
    objects = [b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [] /Count 0>>"]
    assert "the PDF is encrypted" in refusal_of(pdf_file(objects, lock))
    assert "qpdf --decrypt" in refusal_of(pdf_file(objects, lock))


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.97])
def test_a_truncated_pdf_is_refused_with_the_byte(share: float, notice: str) -> None:
    whole = pdf_of_text(notice)
    cut = int(len(whole) * share)
    assert f"the PDF is truncated, byte {cut}" in refusal_of(whole[:cut])


def test_a_flipped_bit_in_a_compressed_page_is_refused_not_half_read(notice: str) -> None:
    whole = bytearray(pdf_of_text(notice))
    start = whole.index(b"stream\n") + 7
    whole[start + 200] ^= 0x10
    assert f"the stream at byte {start}" in refusal_of(bytes(whole))


def test_a_stream_cut_short_within_a_whole_file_is_refused() -> None:
    short = zlib.compress(b"BT /F1 9 Tf (Hungary voted against) Tj ET" * 50)[:-30]
    assert "a whole compressed stream" in refusal_of(with_page(pdf_stream(short, b"/Filter /FlateDecode")))
