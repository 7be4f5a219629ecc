"""HTML: the text someone sees, its paragraphs, list numbers and table rows; nothing that does not show."""

import pytest

from corpus.errors import UnreadableDocument
from corpus.readers.html import read_html


def text_of(body: str) -> str:
    return read_html(f"<!doctype html><title>t</title>{body}".encode(), "a.html").source.text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>one\n  two</p><p>three</p>", "one two\n\nthree\n"),
        ("one<br>two<div>three</div>four", "one\ntwo\n\nthree\n\nfour\n"),
        ("<p>Hun<b>gary</b> and <i>Malta</i></p>", "Hungary and Malta\n"),
        ("<p>Espa&ntilde;a &amp; &#8211; &#xE9; &bogus;", "España & – é &bogus;\n"),
        ("<p>a&nbsp;b", "a\u00a0b\n"),
        ("<ol><li>one<li><p>two</p><p>more</p></ol>", "1. one\n\n2. two\n\nmore\n"),
        ("<ol start=3 type=a><li>x<li value=9>y</ol>", "c. x\n\ni. y\n"),
        ("<ol type=I><li>x<ol type=i><li>y</ol><li>z</ol>", "I. x\n\ni. y\n\nII. z\n"),
        ("<ul><li>x<li>y</ul>", "• x\n\n• y\n"),
        ("<pre>one\n two\n\nthree</pre>", "one\ntwo\n\nthree\n"),
        ("<table><tr><th>State<th>Vote<tr><td>HU<td><p>against</p></table>", "State\tVote\nHU\tagainst\n"),
        ("<table><tr><td>HU<td><td>x</table>end", "HU\t\tx\n\nend\n"),
        ("<table><tr><td><p>left<p>more<td>right</table>", "left\n\nmore\n\nright\n"),
    ],
)
def test_the_text_is_laid_out_as_it_shows(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<script>Hungary()</script>", "dropped_script"),
        ("<style>.hungary{color:red}</style>", "dropped_style"),
        ("<!-- Hungary -->", "dropped_comment"),
        ("<p hidden>Hungary</p>", "dropped_hidden_text"),
        ("<p style='DISPLAY : none'>Hungary</p>", "dropped_hidden_text"),
        ("<p style='visibility:hidden'>Hungary</p>", "dropped_hidden_text"),
        ("<p style='font-size:0'>Hungary</p>", "dropped_hidden_text"),
        ("<p style='opacity:0.0;'>Hungary</p>", "dropped_hidden_text"),
        ("<p style='font-size: 0.5px'>Hungary</p>", "dropped_hidden_text"),
        ("<p style='color:#FFF'>Hungary</p>", "dropped_hidden_text"),
        ("<p style='color: rgb(254, 254, 254);'>Hungary</p>", "dropped_hidden_text"),
        ("<p><font color=white>Hungary</font></p>", "dropped_hidden_text"),
        ("<div style='background:#123456'><p style='color:#123457'>Hungary</p></div>", "dropped_hidden_text"),
        ("<p style='color:transparent'>Hungary</p>", "dropped_hidden_text"),
        ("<p style='position:absolute; left:-9999px'>Hungary</p>", "dropped_hidden_text"),
        ("<p style='text-indent:-5000px'>Hungary</p>", "dropped_hidden_text"),
        ("<p style='height:0;overflow:hidden'>Hungary</p>", "dropped_hidden_text"),
        ("<p style='text-decoration: line-through'>Hungary</p>", "dropped_struck_text"),
        ("<del>Hungary</del>", "dropped_struck_text"),
        ("<s>Hungary</s>", "dropped_struck_text"),
    ],
)
def test_what_does_not_show_is_dropped_with_a_warning(body: str, code: str) -> None:
    read = read_html(f"<html><p>before</p>{body}<p>after</p>".encode(), "a.html")
    assert read.source.text == "before\n\nafter\n"
    assert [warning.code for warning in read.warnings] == [code]


def test_what_the_style_sheet_hides_is_dropped_with_a_warning() -> None:
    sheet = "<style>@media print{} .x, #y > b {display:none} p:bogus( {display:none}</style>"
    read = read_html(f"<html>{sheet}a<p class=x>Hungary<p id=y><b>M</b>z".encode(), "a.html")
    assert read.source.text == "a\n\nz\n"
    assert {warning.code for warning in read.warnings} == {"dropped_style", "dropped_hidden_text"}


@pytest.mark.parametrize(
    "style",
    [
        "font-size:0.9em",
        "opacity:0.5",
        "display:block",
        "visibility:visible",
        "color:#fff;background:#000",
        "background-color:#ffffff",
        "color:#000",
        "height:0",
        "margin-left:-12px",
    ],
)
def test_what_shows_is_kept(style: str) -> None:
    assert text_of(f"<p style='{style}'>Hungary</p>") == "Hungary\n"


def test_white_words_on_a_dark_ground_are_kept() -> None:
    sheet = "<style>th {background-color: navy} th b {color: white}</style>"
    assert text_of(f"{sheet}<table bgcolor=white><tr><th><b>Hungary</b></table>") == "Hungary\n"


@pytest.mark.parametrize("tag", ["title", "template", "iframe", "svg", "select", "button", "object"])
def test_what_is_no_text_of_the_page_is_left_out_without_a_word(tag: str) -> None:
    read = read_html(f"<html><p>before</p><{tag}>Hungary</{tag}><p>after</p>".encode(), "a.html")
    assert read.source.text == "before\n\nafter\n"
    assert read.warnings == ()


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-2", "windows-1253"])
def test_the_encoding_the_page_declares_is_believed_where_it_fits(encoding: str) -> None:
    words = {"utf-8": "Węgry", "iso-8859-2": "Węgry", "windows-1253": "Ουγγαρία"}[encoding]
    page = f"<html><meta charset='{encoding}'><p>{words}"
    assert read_html(page.encode(encoding), "a.html").source.text == f"{words}\n"


def test_an_encoding_that_had_to_be_guessed_is_warned_of() -> None:
    read = read_html("<html><p>für".encode("latin-1"), "a.html")
    assert (read.source.text, read.warnings[0].code) == ("für\n", "encoding_guessed")


def test_a_page_that_shows_nothing_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="the page shows no text"):
        read_html(b"<html><script>1</script>", "a.html")


def test_a_hundred_thousand_nested_elements_are_walked() -> None:
    assert text_of("<b>" * 100_000 + "deep") == "deep\n"
