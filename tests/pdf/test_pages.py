"""Pages of a finished document become pictures and text, from any thread."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop.pdf import pages
from desktop.pdf.agenda import agenda_pdf
from desktop.pdf.pages import page_count, render_pages
from tests.pdf import documents


@pytest.fixture(scope="module")
def agenda() -> bytes:
    return agenda_pdf(documents.agenda(items=documents.items(30)))


def test_each_page_has_picture_and_text(agenda: bytes) -> None:
    rendered = render_pages(agenda, 72)
    assert len(rendered) == page_count(agenda) == 3
    for number, page in enumerate(rendered, 1):
        assert (page.width, page.height) == (596, 842)
        assert len(page.pixels) == page.stride * page.height
        assert page.stride >= page.width * 4
        assert f"Sida {number} av 3" in page.text
    assert "Taktiskt samverkansmöte" in rendered[0].text


def test_a_hyphen_at_the_end_of_a_line_is_read_as_one() -> None:
    text = render_pages(agenda_pdf(documents.agenda(place="löne- " * 60)), 20)[0].text
    assert " ".join(["löne-"] * 60) in " ".join(text.split())


def test_colours_come_as_blue_green_red(agenda: bytes) -> None:
    page = render_pages(agenda, 72)[0]
    row = [page.pixels[at : at + 3] for y in range(60, 75) for at in range(y * page.stride, y * page.stride + 800, 4)]
    blue, green, red = min(row, key=lambda pixel: pixel[2])  # the line above the title is set in a blue-green
    assert red < green < blue


def test_resolution_is_in_dots_per_inch(agenda: bytes) -> None:
    assert render_pages(agenda, 144)[0].width in {1190, 1191, 1192}


def test_pdfium_is_never_used_by_two_at_once(agenda: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    free = []
    opened = pages.pypdfium2.PdfDocument

    def watched(pdf: bytes) -> object:
        free.append(pages._one_at_a_time.acquire(blocking=False))
        return opened(pdf)

    monkeypatch.setattr(pages.pypdfium2, "PdfDocument", watched)
    pages.render_pages(agenda, 20)
    pages.page_count(agenda)
    assert free == [False, False]


def test_several_threads_may_ask_at_once(agenda: bytes) -> None:
    expected = render_pages(agenda, 40)
    with ThreadPoolExecutor(4) as pool:
        assert all(rendered == expected for rendered in pool.map(lambda _: render_pages(agenda, 40), range(12)))
