"""What is no YAML is told as the slip it is, in our words, with and without LibYAML."""

import json
import re
import time
from contextlib import suppress
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from distancecli.documents import document as documents
from distancecli.documents.document import NOT_YAML, events_of, parse_document
from distancecli.documents.mending import mend
from distancecli.documents.mending.entryline import LONGEST_LINE, upwards
from distancecli.documents.mending.stumble import NOT_YAML as NO_WORDS
from distancecli.documents.mending.stumble import YAML_SAYS, unclear_problem
from distancecli.errors import FileProblems, Problem
from tests.support.mended import LOADERS, NAME, mended, problems_of
from tests.support.told import is_as_told

# --- In our words ---------------------------------------------------------------------------------

BROUGHT_OUT: Final = [
    *(
        "a: b: c",
        "a: b\nc\nd: e",
        "a: 'b",
        '"\\q"',
        '"\\x0g"',
        '"\\uZ"',
        '"\\ud800"',
        "a: @b",
        "a: & b",
        "a: * b",
    ),
    *("a: ? b", "a: > b", "a: |x", "a: |0", "a: |12", "a: !<b", "a: !<> b", "a: !a!b c", "a: - b"),
    *(
        "[,]",
        "[a: b",
        "{a: b",
        "a: b\n- c",
        "- a\nb: c",
        "a: b\n\tc: d",
        "a: |\n\tb",
        " a: b\nc: d",
    ),
    *(
        "a: b\n...\nc: d",
        '"a\n---\nb"',
        "{a:[b]}",
        "a: 'b' c",
        "&a &b c",
        "!a !b c",
        "a: *b c",
        "[a]]",
    ),
]
"""Texts that are no YAML: at least one for each thing that YAML says."""
REMEDIES: Final = (
    *("; look at the quotes, colons and spaces here", "; a tab stands here, use spaces"),
    *(f"; put a text that starts with {sign} in double quotes" for sign in "@`%"),
)


def error_in(text: str) -> Exception | None:
    """What YAML says of the text."""
    try:
        for _ in events_of(text):
            pass
    except NOT_YAML as error:
        return error
    return None


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", BROUGHT_OUT)
def test_what_yaml_says_is_said_in_plain_words(
    text: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A release of YAML that words it otherwise is seen here; its own words reach nobody."""
    monkeypatch.setattr(documents, "LOADER", loader)
    error = error_in(text)
    if error is None:
        pytest.skip("only one of the two refuses this")
    theirs = str(getattr(error, "problem", None))
    said = unclear_problem(NAME, text, error).message
    assert NO_WORDS not in said
    assert said.endswith(REMEDIES)
    assert any(words in said for words in YAML_SAYS.values())
    assert all(theirs not in problem.message for problem in problems_of(text))


LOOK: Final = "look at the quotes, colons and spaces here"
START: Final = "a text that starts with @ in double quotes"
SAID: Final = {
    "a: b: c": "1:5: there is a colon too many, or too much space before it; " + LOOK,
    "a: b\nc\nd: e": "2:1: a colon is missing; " + LOOK,
    "a: 'b": "1:6: a quote is missing at the end of a text; " + LOOK,
    '"\\x0g"': "1:4: a \\ stands before a letter that it does not go with; " + LOOK,
    "a: @b": "1:4: no text can start like this; put " + START,
    "a: & b": "1:5: no text can start like this; " + LOOK,
    "a: - b": "1:4: a list needs lines of its own, which start with -; " + LOOK,
    "a: b\n- c": "2:1: this does not go with what stands before it (see line 1); " + LOOK,
    " a: b\nc: d": "2:1: this does not go with what stands before it; " + LOOK,
    '"a\n---\nb"': "2:1: --- stands inside a text in quotes (see line 1); " + LOOK,
    "\n[a\n": "3:1: a comma or a closing bracket is missing, or the bracket opened on line 2 "
    "is never closed; " + LOOK,
}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", SAID)
def test_what_is_unclear_is_told_word_for_word(
    text: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is seen, what it may be, and where to look."""
    monkeypatch.setattr(documents, "LOADER", loader)
    error = error_in(text)
    assert error is not None
    place, _, said = SAID[text].partition(": ")
    assert str(unclear_problem(NAME, text, error)) == f"{NAME}:{place}: not valid YAML: {said}"


def test_what_yaml_has_no_place_for_is_told_at_the_top() -> None:
    """In words that are right for all of that."""
    said = f"{NAME}:1:1: a character that may not stand in a text file; remove it"
    assert str(unclear_problem(NAME, "\na", ValueError())) == said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{a:[b]}", "a space is missing behind this colon; "),
        ("a: b\n\tc: d", "a tab stands where only spaces may (see line 1); a tab"),
    ],
)
def test_what_only_one_reading_says_is_told_word_for_word(text: str, words: str) -> None:
    """With LibYAML, or without it."""
    with pytest.MonkeyPatch.context() as patch:
        said = []
        for loader in LOADERS:
            patch.setattr(documents, "LOADER", loader)
            if error := error_in(text):
                said.append(unclear_problem(NAME, text, error).message)
    assert any(words in each for each in said)


def test_each_thing_that_yaml_says_is_brought_out() -> None:
    """Words that none of the texts above needs are words that nothing keeps true."""
    errors = {text: error for text in BROUGHT_OUT if (error := error_in(text))}
    said = [unclear_problem(NAME, text, error).message for text, error in errors.items()]
    for words in YAML_SAYS.values():
        assert any(words in message for message in said), words


def test_each_way_in_which_yaml_says_it_is_brought_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """With LibYAML or without; what neither says any more need not be known."""
    heard = set()
    for loader in LOADERS:
        monkeypatch.setattr(documents, "LOADER", loader)
        heard |= {str(getattr(error_in(text), "problem", "")) for text in BROUGHT_OUT}
    ways = [way for each in YAML_SAYS for way in (each.split("|") if "(" not in each else [each])]
    assert [way for way in ways if not any(re.match(way, each) for each in heard)] == []


def test_what_a_later_yaml_may_say_is_told_at_its_place() -> None:
    """Words that nobody knows of yet reach nobody either."""
    error = error_in("a: b\nc: @d")
    error.problem = "some words of a later release"  # type: ignore[union-attr]
    said = unclear_problem(NAME, "a: b\nc: @d", error)  # type: ignore[arg-type]
    assert (said.line, said.column) == (2, 4)
    told, _, remedy = said.message.partition("; ")
    assert told == "not valid YAML: this cannot be read as YAML"
    assert remedy == "put a text that starts with @ in double quotes"


@given(text=st.text(st.sampled_from("ab:- \n[]{},&*!?|>'\"#%@`\\\t.")))
def test_nobody_hears_the_words_of_yaml(text: str) -> None:
    """Whatever is wrong with a text: tokens, scalars and nodes are nothing a writer knows of."""
    for problem in problems_of(text):
        for word in ("token", "scalar", "node", "expected", "parsing", "scanning", "indicator"):
            assert word not in problem.message


# --- What means something to YAML, at the beginning of a text -------------------------------------

MEANING: Final = "-?:,[]{}#&*!|>'\"%@`"
STARTS: Final = [
    *(sign + blank for sign in MEANING for blank in ("", " ")),
    *(
        ">1 ",
        "> 1 ",
        "|2 ",
        "--- ",
        "... ",
        "? ",
        "<< ",
        "~ ",
        "= ",
        "!! ",
        "&& ",
        "** ",
        "::",
        "''",
        '""',
    ),
]
FORMS: Final = {
    "behind a key": "a: {}\nb: c\n",
    "in a list": "a:\n  - {}\n  - b\n",
    "in a list without a key": "- {}\n- b\n",
    "in braces": "a: {{b: {}, c: d}}\n",
    "last in braces": "a: {{b: {}}}\nc: d\n",
    "in brackets": "a: [{}, b]\n",
    "last in brackets": "a: [b, {}]\nc: d\n",
}


def texts_in(data: object) -> list[object]:
    """The texts in plain data, and the keys, one after the other."""
    if isinstance(data, dict):
        return [each for pair in data.items() for part in pair for each in texts_in(part)]
    return [each for part in data for each in texts_in(part)] if isinstance(data, list) else [data]


def taken(text: str) -> tuple[object, list[Problem]]:
    """What a text is read as, and what is told of it."""
    try:
        return parse_document(NAME, text).data, []
    except FileProblems as refused:
        return None, refused.problems


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("form", FORMS)
def test_a_text_that_starts_with_a_sign_is_itself_or_told(
    form: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read as just that text, or as what its guide refuses, or is told on its line."""
    monkeypatch.setattr(documents, "LOADER", loader)
    for written in (f"{start}more of it" for start in STARTS):
        text = FORMS[form].format(written)
        data, told = taken(text)
        line = text[: text.index("more")].count("\n") + 1
        assert {problem.line for problem in told} <= {line}, written
        assert all("; " in problem.message for problem in told), written
        assert not any(problem.message.startswith("not valid") for problem in told), written
        # What else it can be is no text: nothing, a list or a mapping, which a guide refuses.
        as_it_stands = written.strip()
        others = {None, "more of it", as_it_stands.strip("'\""), "- more of it"}
        assert told or {as_it_stands, *others} & {*texts_in(data)}, written


# --- Slips ----------------------------------------------------------------------------------------


SLIPS: Final[dict[str, dict[tuple[int, int], str]]] = {
    "a: 'x y\nb: c\n": {(1, 4): "never closed"},
    "{a: 'x y}\n": {(1, 5): "never closed"},
    'a: "x\nb: c: d\ne: f\n': {(1, 4): "never closed", (2, 4): "a colon stands"},
    "a: x\n  y #1 z\n  z\nb: c\n": {(2, 5): "a # begins a remark"},
    "a: x\n  y: z\n  z\nb: c\n": {(2, 4): "a colon stands"},
    "a: [b] c\n": {(1, 4): "goes on behind its closing ]"},
    "a: [b, c\nd: e\n": {(1, 9): "a ] is missing"},
    "a: [b, c]]\nd: e\n": {(1, 10): "a ] too many"},
    "- Note: x\n  goes on\n- y\n": {(1, 3): "a colon stands"},
    "a: b\n\tc: d\n": {(2, 1): "a tab stands"},
    "a: 'x' y\nb: c\na: d\n": {(1, 4): "goes on behind", (3, 1): "stands here twice"},
    "a: {b: c, d: e\nf: g\n": {(1, 15): "a } is missing"},
    "a: {b: c, d: Call #1 now}\nf: g\n": {(1, 19): "a # begins a remark"},
    "a: [b, # c]\nf: g\n": {(1, 8): "a # begins a remark"},
    "a: [b,, c]\nf: g\n": {(1, 7): "a comma too many"},
    'a: "x \\o/"\n': {(1, 4): "write two of them"},
    'a: "b" c\n': {(1, 4): 'for each " inside'},
    "a: 'b'c' d\n": {(1, 4): "goes on behind column 6"},
    "a: *b* c\n": {(1, 4): "no text can start with *"},
    "a: - b\n": {(1, 4): "a list needs lines of its own"},
    "a: 'x\n   y z\nb: c\n": {(4, 1): "a quote is missing"},
    'a: "x\n  y #1 z\nb: c\n': {(4, 1): "a quote is missing"},
    "a: b: [c]\nd: [e]\n": {(1, 4): "write {b: [c]}"},
    "a: \u201cb: c\u201d\n": {(1, 4): "write straight ones"},
    "a: Xavier: no\n": {(1, 4): "a colon stands"},
    "a: [b [c] d]\n": {(1, 5): "a bracket stands"},
    "a b\nc:\n  a: d\n": {(1, 1): 'a colon is missing after "a"'},
    "a:b\nc: d\n": {(1, 2): "a space is missing after this colon"},
    "- a: b\n-c: d\n": {(2, 1): "a space is missing after this dash"},
    "- a\n\u2022 b\n": {(2, 1): "this bullet is no"},
    "a: {b: c d: e}\nf: {g: h, d: i}\n": {(1, 9): 'a comma is missing before "d"'},
    "a:\n  b:\n    - c\n   d: e\n": {(4, 4): "begins with 3 spaces, its neighbours with 2"},
    "a:\n  - b\n - c\n": {(3, 2): "begins with 1 space, its neighbours with 2"},
    "a: [x: y, z: w: v]\n": {(1, 14): "a colon stands"},
    "a: {b: [c], d: e}}\n": {(1, 18): "a } too many"},
    "a: \u00a0b: c\n": {(1, 4): "not a plain space (U+00A0", (1, 5): "a colon stands"},
    "a:\n  - b\n\t- c\n": {(3, 1): "a tab stands"},
    "a:\n  b: c\n    d: e\n": {(3, 6): "a colon stands"},
    "a:\n      b: c\n   d: e\n": {(3, 4): "begins with 3 spaces, its neighbours with 6"},
    "\u2013 a: b\n- c: d\n": {(1, 1): "this dash is no"},
    "a: 'b \\q c' d\n": {(1, 4): "goes on behind column 11"},
    'a: "b", c\n': {(1, 7): "does not go with what stands before it; look at"},
    'a: {b: "c" d}\n': {(1, 8): "goes on behind column 10"},
    "a: {b: ?c}\n": {(1, 8): "no text can start with ?"},
    "a: {b: :c}\n": {(1, 8): "no text can start with :"},
    "a: {b: c}d}\n": {(1, 4): "behind its closing }", (1, 11): "a } too many"},
    "a: {b: {c: d}\n": {(1, 14): "a } is missing"},
    "a: [b, [c, d]\ne: f\n": {(1, 14): "a ] is missing"},
    "a: 'b\n  c\nd: e\n": {(4, 1): "missing at the end of a text (see line 1); look"},
    'a: "\n': {(1, 4): "never closed"},
}
"""Texts, and for each place at which a slip is told a part of what is said of it."""


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_told_as_what_it_is(
    text: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each at its place, and what is refused in what else is YAML comes with them."""
    monkeypatch.setattr(documents, "LOADER", loader)
    problems = problems_of(text)
    assert {(problem.line, problem.column) for problem in problems} == SLIPS[text].keys()
    for problem in problems:
        assert SLIPS[text][problem.line, problem.column] in problem.message
    assert is_as_told(repr(text), problems)


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("before", ["", "a: b: c\n", "a: [b\n", "a:b\n"])
def test_a_character_that_there_is_not_ends_the_looking(
    before: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without LibYAML nobody says where it stands; what is known is told all the same."""
    monkeypatch.setattr(documents, "LOADER", loader)
    told = problems_of(before + 'd: "\\U00110000"\n')
    assert told
    assert all("; " in problem.message for problem in told)
    assert {problem.line for problem in told} <= {1, 2}


MENDED: Final[dict[str, tuple[list[tuple[int, int]], Any]]] = {
    "a: 'x y\nb: c\n": ([(1, 4)], {"a": "'x y", "b": "c"}),
    "{a: 'x y}\n": ([(1, 5)], {"a": "'x y"}),
    'a: "x\nb: c: d\ne: f\n': ([(1, 4), (2, 4)], {"a": '"x', "b": "c: d", "e": "f"}),
    "a: x\n  y #1 z\n  z\nb: c\n": ([(2, 5)], {"a": "x y #1 z z", "b": "c"}),
    "a: x\n  y: z\n  z\nb: c\n": ([(2, 4)], {"a": "x y: z z", "b": "c"}),
    "a: [b] c\n": ([(1, 4)], {"a": "[b] c"}),
    "a: [b, c\nd: e\n": ([(1, 9)], {"a": ["b", "c"], "d": "e"}),
    "a: [b, c]]\nd: e\n": ([(1, 10)], {"a": ["b", "c"], "d": "e"}),
    "- Note: x\n  goes on\n- y\n": ([(1, 3)], ["Note: x goes on", "y"]),
    "a: b\n\tc: d\n": ([(2, 1)], {"a": "b", "c": "d"}),
    "a: 'x' y\nb: c\na: d\n": ([(1, 4), (3, 1)], {"a": "d", "b": "c"}),
    "a: {b: c, d: e\nf: g\n": ([(1, 15)], {"a": {"b": "c", "d": "e"}, "f": "g"}),
    "a: {b: c, d: Call #1 now}\nf: g\n": (
        [(1, 19)],
        {"a": {"b": "c", "d": "Call #1 now"}, "f": "g"},
    ),
    "a: [b, # c]\nf: g\n": ([(1, 8)], {"a": ["b", "# c"], "f": "g"}),
    "a: [b,, c]\nf: g\n": ([(1, 7)], {"a": ["b", "c"], "f": "g"}),
    'a: "x \\o/"\n': ([(1, 4)], {"a": '"x \\o/"'}),
    'a: "b" c\n': ([(1, 4)], {"a": '"b" c'}),
    "a: 'b'c' d\n": ([(1, 4)], {"a": "'b'c' d"}),
    "a: *b* c\n": ([(1, 4)], {"a": "*b* c"}),
    "a: - b\n": ([(1, 4)], {"a": "- b"}),
    "a: b: [c]\nd: [e]\n": ([(1, 4)], {"a": {"b": ["c"]}, "d": ["e"]}),
    "a: \u201cb: c\u201d\n": ([(1, 4)], {"a": "\u201cb: c\u201d"}),
    "a: Xavier: no\n": ([(1, 4)], {"a": "Xavier: no"}),
    "a: [b [c] d]\n": ([(1, 5)], {"a": ["b [c] d"]}),
    "a b\nc:\n  a: d\n": ([(1, 1)], {"a": "b", "c": {"a": "d"}}),
    "a:b\nc: d\n": ([(1, 2)], {"a": "b", "c": "d"}),
    "- a: b\n-c: d\n": ([(2, 1)], [{"a": "b"}, {"c": "d"}]),
    "- a\n\u2022 b\n": ([(2, 1)], ["a", "b"]),
    "a: {b: c d: e}\nf: {g: h, d: i}\n": (
        [(1, 9)],
        {"a": {"b": "c", "d": "e"}, "f": {"g": "h", "d": "i"}},
    ),
    "a:\n  b:\n    - c\n   d: e\n": ([(4, 4)], {"a": {"b": ["c"], "d": "e"}}),
    "a:\n  - b\n - c\n": ([(3, 2)], {"a": ["b", "c"]}),
    "a: [x: y, z: w: v]\n": ([(1, 14)], {"a": [{"x": "y"}, {"z": "w: v"}]}),
    "a: {b: [c], d: e}}\n": ([(1, 18)], {"a": {"b": ["c"], "d": "e"}}),
    "a: \xa0b: c\n": ([(1, 4), (1, 5)], {"a": "b: c"}),
    "a:\n  - b\n\t- c\n": ([(3, 1)], {"a": ["b", "c"]}),
    "a:\n  b: c\n    d: e\n": ([(3, 6)], {"a": {"b": "c d: e"}}),
    "a:\n      b: c\n   d: e\n": ([(3, 4)], {"a": {"b": "c", "d": "e"}}),
    "\u2013 a: b\n- c: d\n": ([(1, 1)], [{"a": "b"}, {"c": "d"}]),
    "a: 'b \\q c' d\n": ([(1, 4)], {"a": "'b \\q c' d"}),
    'a: {b: "c" d}\n': ([(1, 8)], {"a": {"b": '"c" d'}}),
    "a: {b: ?c}\n": ([(1, 8)], {"a": {"b": "?c"}}),
    "a: {b: :c}\n": ([(1, 8)], {"a": {"b": ":c"}}),
    "a: {b: c}d}\n": ([(1, 4), (1, 11)], {"a": "{b: c}d"}),
    "a: {b: {c: d}\n": ([(1, 14)], {"a": {"b": {"c": "d"}}}),
    "a: [b, [c, d]\ne: f\n": ([(1, 14)], {"a": ["b", ["c", "d"]], "e": "f"}),
    'a: "\n': ([(1, 4)], {"a": '"'}),
    "- x\n  y: z\n  z\n- b\n": ([(2, 4)], ["x y: z z", "b"]),
    "a:\n  - x\n    y #1 z\n    z: w\n": ([(4, 6)], {"a": ["x y #1 z z: w"]}),
    "a: x\n\n  y: z\nb: c\n": ([(3, 3)], {"a": "x", "y": "z", "b": "c"}),
    "a: x\n  a: z\nb: c\n": ([(2, 1), (2, 3)], {"a": "z", "b": "c"}),
    "a: x #1\n  z\nb: c\n": ([(1, 6)], {"a": "x #1 z", "b": "c"}),
    "a: Call\n  me: now\n  or #1\n  never\nb: c\n": (
        [(2, 5)],
        {"a": "Call me: now or #1 never", "b": "c"},
    ),
    "a: b\n  c\n  - d\n  e: f g\nb: c\n": ([(4, 3)], {"a": "b c - d", "e": "f g", "b": "c"}),
    '- a: b\n  c: x\n    y: z\n    "q" w\n- a: d\n': (
        [(3, 6)],
        [{"a": "b", "c": 'x y: z "q" w'}, {"a": "d"}],
    ),
    "a: x\n# r\n  y: z\nb: c\n": ([(3, 3)], {"a": "x", "y": "z", "b": "c"}),
    "a: x y\n    b: c d\n  e\nf: g\n": ([(2, 6)], {"a": "x y b: c d e", "f": "g"}),
    "a: ['b: c]\nd: e\n": ([(1, 5)], {"a": ["'b: c"], "d": "e"}),
    'a: ["b", \'c]\nd: e\n': ([(1, 10)], {"a": ["b", "'c"], "d": "e"}),
    "a: '\nb: c\n": ([(1, 4)], {"a": "'", "b": "c"}),
    "- 'x\n- 'y\n": ([(1, 3), (2, 3)], ["'x", "'y"]),
    "a: 'x\n\n# r\n\nb: c\n": ([(1, 4)], {"a": "'x", "b": "c"}),
    'a: "x: y\nb: c\n': ([(1, 4)], {"a": '"x: y', "b": "c"}),
    "a: {b: 'x}\nc: {b: d}\n": ([(1, 8)], {"a": {"b": "'x"}, "c": {"b": "d"}}),
    "a: x\n  \u2022 y: z\n": ([(2, 6)], {"a": "x \u2022 y: z"}),
    "a: 'b''c' d\n": ([(1, 4)], {"a": "'b''c' d"}),
    'a: "b\\"c" d\n': ([(1, 4)], {"a": '"b\\"c" d'}),
    'a: "\\x4"\n': ([(1, 4)], {"a": '"\\x4"'}),
    'a: "\\x41\\u00e9\\q"\n': ([(1, 4)], {"a": '"\\x41\\u00e9\\q"'}),
    'a: "\\\\\\q"\n': ([(1, 4)], {"a": '"\\\\\\q"'}),
    "a: {b: x #1, c: y}\n": ([(1, 10)], {"a": {"b": "x #1", "c": "y"}}),
    "a: {b: c, d: e f #1 g}\n": ([(1, 18)], {"a": {"b": "c", "d": "e f #1 g"}}),
    "a: [b, c #1]\n": ([(1, 10)], {"a": ["b", "c #1"]}),
    "a: {b: 'x #1', c: y #2}\n": ([(1, 21)], {"a": {"b": "x #1", "c": "y #2"}}),
    "a: [#1, b]\n": ([(1, 5)], {"a": ["#1", "b"]}),
    "a: {b: c d: e}\n": ([(1, 8)], {"a": {"b": "c d: e"}}),
    "a: -\nb: c: d\n": ([(1, 4), (2, 4)], {"a": "-", "b": "c: d"}),
    "a: ? b: c\n": ([(1, 4)], {"a": "? b: c"}),
    "a: ?b: c\n": ([(1, 4)], {"a": "?b: c"}),
    "a: } b\n": ([(1, 4)], {"a": "} b"}),
    "a: ] b\n": ([(1, 4)], {"a": "] b"}),
    "a: , b\n": ([(1, 4)], {"a": ", b"}),
    "a: &x\nb: c: d\n": ([(1, 4), (2, 4)], {"a": None, "b": "c: d"}),
    "a: `b\n": ([(1, 4)], {"a": "`b"}),
    "a: | b\n": ([(1, 4)], {"a": "| b"}),
    "a: > b\n": ([(1, 4)], {"a": "> b"}),
    "a: !b c: d\n": ([(1, 4)], {"a": "!b c: d"}),
    "- b: s\n   z\n- a: p\n  - e\n": ([(4, 3)], [{"b": "s z"}, {"a": "p - e"}]),
    "b: {c: d e: f}\n  v: w\n": ([(1, 8), (2, 3)], {"b": {"c": "d e: f"}, "v": "w"}),
    "a: [b, c]\n  c: d\n": ([(2, 3)], {"a": ["b", "c"], "c": "d"}),
    "a: x\n  v: w\n  v: w\n": ([(1, 1), (3, 3)], {"a": "x", "v": "w"}),
    "a: u:\n  # r\n": ([(1, 4)], {"a": "u:"}),
    'a: "b #1" c\n': ([(1, 4)], {"a": '"b #1" c'}),
    "a: 'b #1' c\n": ([(1, 4)], {"a": "'b #1' c"}),
    "a: b: c #1 d #2\n": ([(1, 4)], {"a": "b: c"}),
    "a: b: c #X\n": ([(1, 4)], {"a": "b: c"}),
    'a: "b: #1\nc: d\n': ([(1, 4)], {"a": '"b: #1', "c": "d"}),
    "a: 'b: #1\nc: d\n": ([(1, 4)], {"a": "'b: #1", "c": "d"}),
    "Xa: b: c\nXd:e\n": ([(1, 5), (2, 3)], {"Xa": "b: c", "Xd": "e"}),
    "- Xa: b\n  Xc:d\n- Xa: e\n": ([(2, 5)], [{"Xa": "b", "Xc": "d"}, {"Xa": "e"}]),
    "a: b\nXa c\nd:\n  Xa: e\n": ([(2, 2)], {"a": "b", "Xa": "c", "d": {"Xa": "e"}}),
    "a: [b, [c, {d: e}\nf: g\n": ([(1, 18)], {"a": ["b", ["c", {"d": "e"}]], "f": "g"}),
    "a: [{b: c]\nd: e\n": ([(1, 10)], {"a": [{"b": "c"}], "d": "e"}),
    "a: {b: [c}\nd: e\n": ([(1, 10)], {"a": {"b": ["c"]}, "d": "e"}),
    "a: {b: {c: [d\ne: f\n": ([(1, 14)], {"a": {"b": {"c": ["d"]}}, "e": "f"}),
    "a: {b: X #1}\n": ([(1, 10)], {"a": {"b": "X #1"}}),
    "\tx: y\na:\n": ([(1, 1)], {"x": "y", "a": None}),
    "a:\n  b: c\n\td: e\n": ([(3, 1)], {"a": {"b": "c", "d": "e"}}),
    "a:\n  - b: c\n\td: e\n": ([(3, 1)], {"a": [{"b": "c", "d": "e"}]}),
}
"""Texts with slips, where each is told, and what they say without them."""


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", MENDED)
def test_without_its_slips_a_text_says_what_was_meant(
    text: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No word is lost or added: what is wrong with all that can be told beside the slips."""
    monkeypatch.setattr(documents, "LOADER", loader)
    places, data = MENDED[text]
    assert [(each.line, each.column) for each in problems_of(text)] == places
    assert mended(text) == data


TWICE: Final = {
    "a: [b,, c,, d]\n": ("a comma too many", [7, 11]),
    "a: {b: x: y, c: x: y}\n": ("a colon stands", [8, 17]),
    "a: {b: @x, c: @y}\n": ("no text can start with @", [8, 15]),
    'a: {b: "x" y, c: "z" w}\n': ("goes on behind", [8, 18]),
    "a: {b: c d: e f: g}\nh: {i: j, d: k, f: g}\n": ("a comma is missing", [9, 14]),
}


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", TWICE)
def test_each_slip_of_a_line_is_told_where_it_was_written(
    text: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one behind another is found once that is mended, and stands where it always did."""
    monkeypatch.setattr(documents, "LOADER", loader)
    said, columns = TWICE[text]
    told = problems_of(text)
    assert [(problem.line, problem.column) for problem in told] == [(1, each) for each in columns]
    assert all(said in problem.message for problem in told)


@pytest.mark.parametrize("more", [0, 1])
def test_a_slip_is_told_in_the_longest_line_that_a_hand_writes(more: int) -> None:
    """In a longer one only what YAML says of it."""
    (told,) = problems_of("a: b: ".ljust(LONGEST_LINE + more, "c") + "\n")
    assert ("a colon stands" in told.message) is not bool(more)
    assert told.message.startswith("not valid YAML") is bool(more)


def test_the_lines_above_one_end_at_the_top() -> None:
    """As many as are asked for, without those that no hand has written; below all is the last."""
    lines = ["a", "b", "x" * (LONGEST_LINE + 1), "d", "e"]
    assert list(upwards(lines, 3, 40)) == [3, 1, 0]
    assert list(upwards(lines, 3, 3)) == [3, 1]
    assert list(upwards(lines, 9, 6)) == [4]
    assert list(upwards(lines, -1, 5)) == []


@pytest.mark.parametrize("most", [1, 2, 3])
def test_of_very_many_slips_the_first_are_told(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """And then what YAML says of the next one."""
    monkeypatch.setattr(mend, "MOST_SLIPS", most)
    told = [problem.message for problem in problems_of("a: b: c\nd: e: f\n")]
    expected = ["a colon stands"] * min(most, 2) + ["not valid YAML"] * (most < 2)
    assert len(told) == len(expected)
    assert all(said.startswith(each) for said, each in zip(told, expected, strict=True))


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize("text", ["a: b: c\n", "a: 'tis\n" + "b: c\n" * 1_500 + "d: it's\n"])
def test_no_slips_are_looked_for_in_a_text_that_is_too_long(
    monkeypatch: pytest.MonkeyPatch, text: str, more: int
) -> None:
    """It is as long as it may be, or by one character longer."""
    monkeypatch.setattr(mend, "LARGEST", len(text) - more)
    (told, *_) = problems_of(text)
    assert told.message.startswith(("a colon", "the quote")) is not bool(more)


@pytest.mark.parametrize("more", [0, 1])
def test_no_more_is_read_again_than_a_guide_is_long(
    monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    """What is tried is counted from the section on in which it stands."""
    section = "b: c: d\n"
    monkeypatch.setattr(mend, "MOST_READ", len(section) + 2 - more)  # with the quotes
    (told, *_) = problems_of(f"a: b\n{section}")
    assert told.message.startswith("a colon") is not bool(more)


def test_hidden_characters_are_told_with_the_slips() -> None:
    """What is pasted has both: each line is told, and the lines are counted as an editor does."""
    told = [problem.line for problem in problems_of("a: b\u2028\nc:d\ne: f\ufeff: g\nh: i: j\n")]
    assert told == [1, 2, 3, 3, 4]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_slip_is_told_on_its_line_whatever_ends_the_lines(end: str) -> None:
    """As Windows and old systems write them."""
    told = [problem.line for problem in problems_of(end.join(["a: b", "c:d", "e: f: g", ""]))]
    assert told == [2, 3]


def test_a_text_far_too_long_is_a_quote_that_is_not_closed() -> None:
    """All that follows is in it, so it is its beginning that has to be told."""
    text = "a: 'tis\n" + "b: c\n" * 1_500 + "d: it's\n"
    assert "is never closed" in problems_of(text)[0].message
    assert problems_of(text)[0].line == 1


@pytest.mark.parametrize("line", ["a: b: c\n", "a:b\n", "- 'x\n", "[\n", "a: [b\n", "\ta\n"])
def test_looking_for_slips_has_an_end(line: str) -> None:
    """A file that is all slips is told as soon as one that has few."""
    started = time.process_time()
    assert problems_of(line * 20_000)
    assert time.process_time() - started < 10


def test_what_no_hand_has_written_is_not_looked_through() -> None:
    """A line of a hundred thousand characters is refused soon."""
    started = time.process_time()
    assert problems_of(json.dumps(["a" * 50] * 20_000)[:-1])
    assert time.process_time() - started < 2


LINES: Final = [
    "a: x",
    "  b: c: d",
    "- e",
    "  - f",
    "  g",
    "    h: i",
    "j: k #1 l",
    "a: [b c",
    "\tm: n",
]


@given(lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=5))
@example(lines=["- f", "  c: d", "  - e"])
def test_nobody_is_told_of_a_quote_that_they_did_not_write(lines: list[str]) -> None:
    """Quotes that a mend has put around several lines are no slips of the writer."""
    told = [problem.message for problem in problems_of("\n".join(lines))]
    assert not any("the quote opened here" in said or "goes on behind" in said for said in told)


@given(text=st.text(st.sampled_from("ab:- \n[]{},'\"#\u00a0\u2013"), max_size=60))
def test_what_is_yaml_has_no_slips(text: str) -> None:
    """Only where YAML gives up is anything said of how a text is written."""
    if error_in(text) is None:
        with suppress(FileProblems):
            parse_document(NAME, text)
    else:
        assert problems_of(text)
