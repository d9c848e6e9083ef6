"""How a page is laid out for a window: every word on some line, wrapped, and scrolled into view."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from distancecli.asking.filepages import answers_page, exists_page
from distancecli.asking.layout import LEAST_PAGE, View, lay_out
from distancecli.asking.page import Page
from distancecli.asking.pages import check_page, menu_page, welcome_page
from distancecli.asking.questionpage import question_page
from distancecli.asking.setting import Line, Setting, Window
from distancecli.guide.model import Guide
from distancecli.interview.replay import replay
from distancecli.text.wrapping import columns, wrap

SIZES = [(20, 10), (40, 12), (80, 24), (200, 50)]


def pages_of(guide: Guide) -> list[Page]:
    """The welcome page, one for each question, the check page, and those below the plan."""
    answers = {each.id: frozenset({each.options[0].code}) for each in guide.questions}
    answers |= {"safety": frozenset({"none"}), "cause": frozenset({"affair"})}
    interview = replay(guide, answers)
    questions = [question_page(guide, each, interview, answers) for each in interview.asked]
    below = [menu_page(guide, may_keep=True), exists_page(guide, "notes.txt"), answers_page(guide)]
    return [welcome_page(guide), *questions, check_page(guide, interview), *below]


def page_lines(page: Page, width: int, marked: frozenset[str] = frozenset()) -> list[Line]:
    """The lines of a page in a window of that width, its first choice pointed at."""
    return Setting(page, Window(width, 50), 0, marked).lines()


def seen_by_scrolling(view: View) -> str:
    """All the words that come into view from the top to the end."""
    seen = []
    for top in range(view.last_top + 1):
        view.scroll_to(top)
        seen += [line.text for line in view.visible()]
    return " ".join(" ".join(seen).split())


@pytest.mark.parametrize("size", SIZES)
def test_every_word_of_every_page_comes_into_view(guide: Guide, size: tuple[int, int]) -> None:
    """In any window each word of the text and of each choice can be read, and no line is cut."""
    for page in pages_of(guide):
        view = lay_out(page, Window(*size))
        seen = seen_by_scrolling(view)
        for text in (page.heading, *(each.text for each in page.text), page.choices[-1].label):
            assert all(word in seen for word in text.split())
        assert all(columns(line.text) < size[0] for line in view.visible())
        assert len(view.visible()) <= size[1]


@pytest.mark.parametrize("size", SIZES)
def test_every_choice_can_be_revealed(guide: Guide, size: tuple[int, int]) -> None:
    """Moving to a choice brings all of it into view, as far as the window can hold it."""
    for page in pages_of(guide):
        view = lay_out(page, Window(*size))
        for index in [*range(len(page.choices)), 0]:
            view.reveal(index)
            assert view.shows(index)


@pytest.mark.parametrize("top", [0, 2])
def test_at_the_last_choice_the_end_of_the_page_is_in_view(top: int) -> None:
    """With what stands below that choice, wherever the page stood, as soon as both go together."""
    view = View([Line(str(n)) for n in range(12)], [], 10, "", top, by_choice={0: [0], 1: [2, 3]})
    view.reveal(1)
    assert view.visible()[9].text == "11"


def test_a_word_about_the_last_key_is_in_view_in_any_window(guide: Guide) -> None:
    """Also where the keys themselves would be at the end of the page, since it stands for them."""
    for page in pages_of(guide):
        for columns_, rows in [*SIZES, (20, 6)]:
            shown = lay_out(page, Window(columns_, rows), said="Nothing is marked.").visible()
            assert "Nothing is marked." in " ".join(line.text.strip() for line in shown)


@pytest.mark.parametrize("width", [20, 40, 80])
def test_the_keys_never_crowd_out_the_page(guide: Guide, width: int) -> None:
    """They stay in view where they leave the most of the window; else they are read at its end."""
    for page, rows in product(pages_of(guide), range(2, 30)):
        view = lay_out(page, Window(width, rows))
        keys = [line for line in view.lines if line.role == "keys"]
        assert bool(view.foot) is not bool(keys)
        assert len(view.foot) * LEAST_PAGE <= rows
        assert not keys or len(keys) * LEAST_PAGE > rows


def test_lines_are_never_longer_than_eighty_columns(guide: Guide) -> None:
    """However wide the window, the text stays easy to read."""
    for page in pages_of(guide):
        lines = page_lines(page, 300)
        assert max(columns(line.text) for line in lines) <= 80


def test_choices_hang_under_their_own_words(guide: Guide) -> None:
    """The second line of a choice stands under its first word, not under its mark."""
    page = next(each for each in pages_of(guide) if each.many)
    lines = [line.text for line in page_lines(page, 31) if line.choice == 1]
    assert lines[0].startswith("  [ ] 2. ")
    assert lines[1:]
    assert all(line.startswith(" " * 9) and line[9] != " " for line in lines[1:])


@pytest.mark.parametrize("width", [20, 80])
def test_an_answer_stands_further_in_than_its_question(guide: Guide, width: int) -> None:
    """On the check page each line of an answer is two columns further in than its question."""
    page = next(each for each in pages_of(guide) if each.heading == guide.labels.check_title)
    lines = [line.text for line in page_lines(page, width + 1) if line.choice == 2]
    words = guide.question("safety").ask.split()[-1]
    last = next(n for n, line in enumerate(lines) if line.endswith(words))
    assert all(line.startswith("  ") and line[2] != " " for line in lines[: last + 1])
    assert lines[last + 1 :]
    assert all(line.startswith("    ") and line[4] != " " for line in lines[last + 1 :])


def test_the_active_choice_and_the_marks_are_plain_without_colour(guide: Guide) -> None:
    """A pointer and an x tell what is active and what is marked."""
    page = next(each for each in pages_of(guide) if each.many)
    marked = frozenset({page.choices[1].key})
    lines = [line.text for line in page_lines(page, 80, marked) if line.choice is not None]
    assert lines[0].startswith("> [ ] ")
    assert lines[1].startswith("  [x] ")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"])), st.integers(4, 90))
def test_wrapping_keeps_every_character(text: str, width: int) -> None:
    """Wrapping moves characters to other lines, and drops none of a word."""
    lines = wrap(text, width, "- ")
    assert "".join(lines).replace(" ", "") == "-" + text


@given(st.lists(st.text("abc", min_size=1, max_size=12)), st.integers(20, 90))
def test_wrapping_never_breaks_a_word_that_fits(words: list[str], width: int) -> None:
    """A word is broken only where it is longer than a line."""
    lines = wrap(" ".join(words), width)
    assert " ".join(lines).split() == words
    assert all(len(line) <= width for line in lines)


@pytest.mark.parametrize("text", ["日本語の文章です", "über Äpfel", "👩‍🚀 und 👍🏽", "é́ combining"])
def test_wide_and_combining_characters_keep_their_columns(text: str) -> None:
    """A line of wide characters takes no more columns than there are."""
    assert all(columns(line) <= 10 for line in wrap(text, 10))


def test_the_digits_of_a_phone_number_stay_together() -> None:
    """A number that is to be called is never broken over two lines."""
    assert "0808 2000 247" in wrap("Call them on 0808 2000 247 today", 20)[1]
