"""The page for a browser: one file of words, in which nothing acts and nothing is fetched."""

import random
import re
from itertools import pairwise
from typing import Final, get_args
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from distancecli.documents.document import read_document
from distancecli.guide.load import built_in_path
from distancecli.guide.model import Guide
from distancecli.interview.plan import Plan, make_plan
from distancecli.interview.start import Chosen
from distancecli.rendering.formats import Format, in_form
from distancecli.rendering.html import as_html
from distancecli.rendering.outline import outline
from distancecli.rendering.section import Block, BlockKind, Section
from distancecli.rendering.text import as_text
from tests.rendering.test_plan_forms import BESIDE, CALM
from tests.support.neutral_reader import reader
from tests.support.random_guides import as_guide
from tests.support.random_reader import answer, moments
from tests.support.starts_guide import starts_guide
from tests.terminal.test_hostile_text import MARKUP, marked_up

pytestmark = pytest.mark.slow

SEEDS: Final = 300
"""Readers at random whose pages are read."""
LARGEST: Final = 10_000
"""Bytes of a page that a small printer or an old telephone takes at once."""
TALL: Final = 100_000
"""Columns, so that no word of the text form is broken at the end of a line."""
DRAWN: Final = re.compile(r"[-=]+")
"""What the text form draws with letters: rules, and the points of a list."""
GOES_OUT: Final = re.compile(
    r"\b(src|href|action|data|srcset|style) *=|url\(|@import|<script|<link"
)
"""What fetches something, leads somewhere, or runs."""
COLOURS: Final = re.compile(r"#[0-9a-f]{3,8}\b|\b(rgb|hsl|black|white|background)\b|\bcolor *:")
"""What sets a colour."""
READER_A: Final = reader(
    how_long="gt2y",
    told="hinted",
    talk="push_pull",
    time="little",
    in_way="work screens",
    cause="affair",
    event_now="returning",
    habits="reassurance",
    now="partner_no_therapy",
)
"""Someone with a lot to read: five steps, the last of them highlighted."""


def parsed(page: str) -> Element:
    """The page as a browser reads it, which has nothing to mend in it."""
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return tree


def words(text: str) -> list[str]:
    """The words of a form, without what it draws."""
    return [word for word in text.split() if not DRAWN.fullmatch(word)]


def main_of(page: str) -> Element:
    """What the page shows."""
    return next(parsed(page).iter("main"))


def levels(element: Element) -> list[int]:
    """The levels of the headings, in order."""
    return [int(each.tag[1]) for each in element.iter() if re.fullmatch(r"h[1-6]", each.tag)]


def assert_in_order(found: list[int]) -> None:
    """One heading of the page, at its top, and no level below it left out."""
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(found))


def page_of(guide: Guide, plan: Plan) -> str:
    """The plan as a page."""
    return in_form(guide, plan, Format.HTML, "2026-11-29")


@pytest.fixture(scope="module")
def loud() -> Guide:
    """The built-in guide with markup in its texts."""
    return as_guide(marked_up(read_document(str(built_in_path())).data))


# --- What is in the page, and what is not --------------------------------------------------------


def test_the_page_acts_on_nothing_and_fetches_nothing(guide: Guide) -> None:
    """And it says so to the browser, which then would not; nor does it make links of numbers."""
    page = page_of(guide, make_plan(guide, READER_A))
    assert not GOES_OUT.search(page)
    assert "tel:" not in page
    said = {each.get("http-equiv") or each.get("name"): each for each in parsed(page).iter("meta")}
    policy = said["Content-Security-Policy"].get("content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"
    assert said["referrer"].get("content") == "no-referrer"
    assert said["format-detection"].get("content") == "telephone=no"


def test_colours_are_those_of_the_system(guide: Guide) -> None:
    """Light or dark as the reader has it, and no colour of our own beside that."""
    page = page_of(guide, make_plan(guide, READER_A))
    assert "color-scheme: light dark" in page
    assert not COLOURS.search(page.replace("color-scheme:", ""))


def test_a_page_is_small(guide: Guide) -> None:
    """One file, of which all stands in the page itself."""
    assert len(page_of(guide, make_plan(guide, READER_A)).encode()) < LARGEST


def test_on_paper_no_point_of_a_list_is_torn(guide: Guide) -> None:
    """In small letters; a whole step may go on on the next sheet, or half of one stays empty."""
    style = page_of(guide, make_plan(guide, READER_A)).partition("</style>")[0]
    assert re.findall(r"(\S+) \{[^}]*break-inside: avoid", style) == ["li"]
    assert "font-size: 10.5pt" in style.partition("@media print")[2]


def test_the_title_says_nothing(guide: Guide) -> None:
    """A browser shows it in its history, so it is a label of its own and no word of the plan."""
    (title,) = parsed(page_of(guide, make_plan(guide, READER_A))).iter("title")
    assert title.text == guide.labels.page_title
    assert guide.labels.page_title not in as_text(outline(guide, make_plan(guide, READER_A)))


# --- How it is read ------------------------------------------------------------------------------


@pytest.mark.parametrize("plan", [BESIDE, CALM])
def test_the_highlighted_step_is_named_by_ear(plan: Plan) -> None:
    """Its mark is an image with a word; the other marks are for the eye alone."""
    guide = starts_guide()
    marks = [
        (each.text, each.get("aria-label"), each.get("aria-hidden"))
        for each in main_of(page_of(guide, plan)).iter("span")
    ]
    assert ("***", guide.labels.highlighted, None) in marks
    assert ("->", None, "true") in marks
    assert all((mark == "***") == (heard is not None) for mark, heard, _ in marks)


def test_the_highlighted_step_stands_in_a_box(guide: Guide) -> None:
    """As it has a frame on the terminal; no other section has a border."""
    page = page_of(guide, make_plan(guide, READER_A))
    (box,) = [each for each in main_of(page) if each.get("class") == "highlight"]
    assert guide.steps[4].title in "".join(box.itertext())
    assert re.findall(r"(\S+) \{[^}]*border", page) == [".highlight"]


def test_an_ending_is_a_page_too(guide: Guide) -> None:
    """A script without a terminal may ask for it so; its title is the heading of the page."""
    plan = make_plan(guide, reader(safety="afraid"))
    assert plan.ending
    (heading,) = main_of(page_of(guide, plan)).iter("h1")
    assert heading.text == plan.ending.title


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("en", "ltr"),
        ("he", "rtl"),
        ("ur-Latn", "ltr"),
        ("az-Arab-IR", "rtl"),
        ('"><script>', "ltr"),
    ],
)
def test_the_page_is_in_the_language_of_the_guide(language: str, direction: str) -> None:
    """With the side on which its lines begin; a text in another script turns round by itself."""
    guide = replace(starts_guide(), language=language)
    page = page_of(guide, BESIDE)
    assert not GOES_OUT.search(page)
    (root,) = parsed(page).iter("html")
    assert (root.get("lang"), root.get("dir")) == (language, direction)
    texts = [each for each in main_of(page).iter() if each.tag in ("h1", "h2", "h3", "p", "li")]
    assert {each.get("dir") for each in texts} == {"auto"}


# --- Every word, whatever it is ------------------------------------------------------------------


def random_plan(guide: Guide, chance: random.Random) -> Plan:
    """The plan of a reader at random, with some start and some moment; seldom an ending."""
    answers = {
        each.id: answer(each, chance)
        for each in guide.questions
        if chance.random() < (0.2 if each.sensitive else 0.9)
    }
    country = chance.choice([None, *guide.support.countries])
    start = Chosen(chance.choice(guide.steps).id, chance.choice([None, *moments(guide)]))
    return make_plan(guide, answers, country, chance.choice([None, start]))


def test_the_page_has_the_words_of_the_text_in_order(guide: Guide, loud: Guide) -> None:
    """For readers at random, of guides that are loud and small too; it needs no mending."""
    guides = (guide, loud, starts_guide())
    endings = 0
    for seed in range(SEEDS):
        chance = random.Random(seed)
        mine = guides[seed % len(guides)]
        plan = random_plan(mine, chance)
        endings += plan.ending is not None
        sections = list(outline(mine, plan))
        main = main_of(as_html(sections, mine))
        assert words("".join(main.itertext())) == words(as_text(sections, TALL))
        assert_in_order(levels(main))
    assert 0 < endings < SEEDS // 10


@given(text=st.text(st.characters(exclude_categories=["C"]), min_size=1))
@example(text=MARKUP)
@example(text="</p></section></main><script>alert(1)</script>")
@example(text="<!-- &amp; --> ]]> <![CDATA[ &#60;b&#62; '\" {title} %s")
@example(text="</style><h1>\n<br>\n  x")
@example(text="x" * 300)
@example(text="Call 0800 123 456 789, or 116\n123")
def test_a_text_is_only_a_text(text: str) -> None:
    """Whatever it says, nothing but its words comes out of it, in each place that it can have."""
    blocks = tuple(Block(kind, text) for kind in get_args(BlockKind))
    section = Section("start", text, blocks, aside=text, mark="*")
    listed = Section("overview", text, (Block("text", text, mark="->"),))
    main = main_of(as_html([section, listed], starts_guide()))
    known = {"main", "section", "h1", "h2", "h3", "small", "span", "p", "ul", "li", "br"}
    assert {each.tag for each in main.iter()} <= known
    shown = f"*{text * 2}{text * len(blocks)}{text}->{text}"
    assert "".join("".join(main.itertext()).split()) == "".join(shown.split())


def test_the_digits_of_a_number_stay_together() -> None:
    """At the end of a line, as they do on a terminal."""
    section = Section("step", "A", (Block("text", "Call 116 123 now"),))
    assert "Call 116\u00a0123 now" in as_html([section], starts_guide())
