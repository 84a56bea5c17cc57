"""The pieces of a document come back from its structure tree, in order and as what they are."""

import pytest
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.styles import ParagraphStyle

from desktop.pdf import look
from desktop.pdf.builder import Column, DocumentBuilder, Lines
from desktop.pdf.fonts import REGULAR
from desktop.pdf.text import Run
from tests.pdf.documents import ABOUT
from tests.pdf.structure_reader import TaggedFile

LONG = "ord " * 400


def builder() -> DocumentBuilder:
    return DocumentBuilder(ABOUT, footer="Prov")


def everything() -> bytes:
    page = builder()
    page.heading(1, "Allt på en gång")
    page.text(
        (
            "Vanligt, ",
            Run("starkt", strong=True),
            " och ",
            Run("länkat", link="https://exempel.example/å".replace("å", "a")),
        )
    )
    page.text(Run("hela stycket leder bort " * 12, link="mailto:anna@exempelmyndigheten.example"))
    page.facts([("Plats", "Stockholm"), ("Status", Lines(("Utkast", Run("ej beslutat", muted=True))))])
    page.heading(2, "Listor")
    page.bullets(["ett", "två"])
    page.bullets(["först", "sedan"], numbered=True)
    page.side_by_side(
        lambda: page.names(f"vänster {n}" for n in range(80)), lambda: page.names(f"höger {n}" for n in range(20))
    )
    page.heading(2, "Tabell och bild")
    page.table(
        [Column("Namn"), Column("Antal", 60, right=True)],
        [(f"rad {n}", str(n)) for n in range(70)],
        row_head=0,
    )
    page.figure(chart(), "Stapel som visar 40 av 100")
    return page.build()


def chart() -> Drawing:
    drawing = Drawing(900, 80)
    drawing.add(Rect(0, 0, 400, 40))
    drawing.add(String(4, 50, "40 av 100", fontName=REGULAR, fontSize=10))
    return drawing


def test_all_source_text_comes_back_in_order() -> None:
    text = TaggedFile(everything()).document.text
    left = " ".join(f"vänster {n}" for n in range(80))
    right = " ".join(f"höger {n}" for n in range(20))
    rows = " ".join(f"rad {n} {n}" for n in range(70))
    away = " ".join(["hela stycket leder bort"] * 12)
    assert text == (
        f"Allt på en gång Vanligt, starkt och länkat {away} Plats Stockholm Status Utkast ej beslutat "
        f"Listor • ett • två 1. först 2. sedan {left} {right} Tabell och bild Namn Antal {rows} 40 av 100"
    )


def test_each_piece_is_tagged_as_what_it_is() -> None:
    document = TaggedFile(everything()).document
    assert [element.tag for element in document.all("H1", "H2", "L", "Table", "Figure")] == [
        *("H1", "L", "H2", "L", "L", "L", "L", "H2", "Table", "Figure"),
    ]
    table = next(document.all("Table"))
    assert [(head.text, head.scope) for head in next(table.all("THead")).all("TH")] == [
        ("Namn", "Column"),
        ("Antal", "Column"),
    ]
    body = next(table.all("TBody"))
    assert {head.scope for head in body.all("TH")} == {"Row"}
    assert len(list(body.all("TR"))) == 70
    assert next(document.all("Figure")).alternative == "Stapel som visar 40 av 100"
    assert [link.text for link in document.all("Link")] == [
        "länkat",
        " ".join(["hela stycket leder bort"] * 12),
    ]


def test_headings_are_bookmarks() -> None:
    assert TaggedFile(everything()).bookmarks == ["Allt på en gång", "  Listor", "  Tabell och bild"]


def test_the_file_says_what_it_is() -> None:
    pdf = TaggedFile(everything()).pdf
    root = pdf.Root
    assert str(root.Lang) == "sv-SE"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert bool(root.MarkInfo.Marked)
    described = pdf.open_metadata()
    assert described["dc:title"] == "Prov på läsbarhet"
    assert described["xmp:CreateDate"] == "2026-11-23T09:30:00+00:00"


def test_a_repeated_head_counts_once_and_pages_are_numbered() -> None:
    pages = TaggedFile(everything()).pages
    assert len(pages) > 2
    assert sum("Namn" in page.artifacts for page in pages) >= 1
    assert [f"Sida {number} av {len(pages)}" in page.artifacts for number, page in enumerate(pages, 1)] == [True] * len(
        pages
    )


@pytest.mark.parametrize("length", [90, 400, 9000])
@pytest.mark.parametrize("parts", [1, 2])
def test_a_word_longer_than_the_line_stays_one_word(length: int, parts: int) -> None:
    word = "Ö" * length
    content = [f"före {word[: length // 2]}", f"{word[length // 2 :]} efter"] if parts == 2 else f"före {word} efter"
    page = builder()
    page.text(content)
    assert TaggedFile(page.build()).document.text == f"före {word} efter"


def test_a_word_longer_than_its_column_is_broken_within_the_table() -> None:
    page = builder()
    page.table([Column("Smal", 30), Column("Bred")], [("x" * 500, "y" * 4000), ("nästa", "rad")])
    cells = [cell.text for cell in TaggedFile(page.build()).document.all("TD")]
    assert cells == ["x" * 500, "y" * 4000, "nästa", "rad"]


def test_a_line_that_ends_with_a_hyphen_keeps_its_space() -> None:
    page = builder()
    page.text("löne- och " * 60)
    assert TaggedFile(page.build()).document.text == " ".join(["löne- och"] * 60)


def test_a_row_taller_than_a_page_is_broken_over_pages() -> None:
    page = builder()
    page.table([Column("Nr", 30), Column("Text")], [("1", LONG * 4), ("2", "kort")])
    read = TaggedFile(page.build())
    assert len(read.pages) > 1
    assert [cell.text for cell in read.document.all("TD")] == ["1", (LONG * 4).strip(), "2", "kort"]
    assert all("Nr" in page.artifacts for page in read.pages[1:])


def test_long_facts_and_columns_run_on() -> None:
    page = builder()
    page.facts([("Lång", LONG * 3), ("Kort", "slut")])
    page.side_by_side(lambda: page.text(LONG * 2), lambda: page.bullets([LONG, "sist"]))
    assert TaggedFile(page.build()).document.text == " ".join(
        ["Lång", (LONG * 3).strip(), "Kort slut", (LONG * 2).strip(), "•", LONG.strip(), "• sist"]
    )


def test_no_heading_is_left_alone_at_the_foot() -> None:
    for lower in range(60):
        page = builder()
        page.heading(1, "Först")
        page.text("längre ned", ParagraphStyle("lower", parent=look.BODY, spaceAfter=lower))
        for _ in range(26):
            page.text("rad")
        page.heading(2, "Rubrik")
        page.text("följer")
        ends = TaggedFile(page.build()).pages
        assert not any("".join(list(end.marked.values())[-1:]).strip() == "Rubrik" for end in ends)


def test_no_heading_is_left_alone_at_the_foot_of_a_column() -> None:
    for filling in range(40, 60):
        page = builder()

        def column(page: DocumentBuilder = page, filling: int = filling) -> None:
            page.names("rad" for _ in range(filling))
            page.heading(1, "Rubrik")
            page.names(["följer"])

        page.side_by_side(column)
        ends = TaggedFile(page.build()).pages
        assert not any("".join(list(end.marked.values())[-1:]).strip() == "Rubrik" for end in ends)


def test_an_item_that_runs_over_pages_keeps_one_label() -> None:
    page = builder()
    page.bullets([LONG * 4, "sist"])
    read = TaggedFile(page.build())
    assert len(read.pages) > 1
    assert [label.text for label in read.document.all("Lbl")] == ["•", "•"]
    assert [body.text for body in read.document.all("LBody")] == [(LONG * 4).strip(), "sist"]


def test_links_are_read_where_they_stand() -> None:
    page = builder()
    address = Run("en adress som räcker över radens slut " * 4, link="https://exempel.example/sida")
    page.text(("Före ", address, "mellan ", Run("brev", link="mailto:a@exempel.example"), " efter."))
    read = TaggedFile(page.build())
    assert read.document.text == f"Före {address.text}mellan brev efter."
    assert [link.text for link in read.document.all("Link")] == [address.text.strip(), "brev"]
    spots = [str(spot.A.URI) for spot in read.pdf.pages[0].Annots]
    assert set(spots) == {"https://exempel.example/sida", "mailto:a@exempel.example"}
    assert len(spots) > 2


def test_a_table_without_rows_is_no_table() -> None:
    page = builder()
    page.text("bara text")
    page.table([Column("Tom")], [])
    assert [element.tag for element in TaggedFile(page.build()).document.all("P", "Table")] == ["P"]


def test_what_accessibility_forbids_is_refused() -> None:
    page = builder()
    with pytest.raises(ValueError, match="skips a level"):
        page.heading(2, "För djupt")
    with pytest.raises(ValueError, match="empty"):
        page.heading(1, " \u202e ")
    with pytest.raises(ValueError, match="alternative"):
        page.figure(chart(), " ")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "data:text/html,x", "#x"]
)
def test_other_kinds_of_links_are_refused(address: str) -> None:
    with pytest.raises(ValueError, match="link"):
        Run("klicka", link=address)


def test_text_that_belongs_to_nothing_is_refused() -> None:
    page = builder()
    page.text("hör hemma")
    page._story.append(String)
    page._story[-1] = _Stray()
    with pytest.raises(ValueError, match="belongs to no part"):
        page.build()


class _Stray(Drawing):
    def __init__(self) -> None:
        super().__init__(100, 20)
        self.add(String(0, 0, "vilsen", fontName=REGULAR))
