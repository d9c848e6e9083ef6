"""Small guides at random."""

from collections.abc import Callable
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from distancecli.documents.document import read_document
from distancecli.guide.load import built_in_path
from distancecli.guide.model import Guide
from distancecli.guide.promises import OUTCOMES
from distancecli.guide.shape import convert

Data = dict[str, Any]

KINDS: Final = ("near", "far")
"""The kinds of help line; there is one line of each, which has its kind as its name."""
ANYWHERE: Final = {
    "name": "Anywhere",
    "lines": [{"kind": kind, "name": kind, "web": "x", "source": "x"} for kind in KINDS],
}
STATUSES: Final = ["applies", "done", "not_yet", "other"]
MARKED: Final = ("text", "applies", "done", "not_yet", "advice", "actions", "openers")
"""The lists of a step whose entries are safe for guarded readers, or not."""
AROUND: Final = ("top", "start", "instead", "moments", "help", "foot")
"""The same of the plan."""

GROUPS: Final = ("care", "crisis")
"""The groups of guarded readers, of which a guide has none, one or both."""
TOPICS: Final = ("one", "other")


def small_guides() -> st.SearchStrategy[Guide]:
    """A guide of up to four questions and three steps; each text of it is found there only once."""
    return small_data().map(as_guide)


def as_guide(data: Data) -> Guide:
    """Plain data as the guide that it is."""
    return convert(data, Guide)


FEWER: Final = settings(max_examples=settings().max_examples // 2)
"""Each guide is tried with every one of its readers, so fewer guides do."""


def each_guide(test: Callable[[Guide], None]) -> Callable[[], None]:
    """Runs the test with guides at random."""
    return given(guide=small_guides())(FEWER(test))


@st.composite
def small_data(draw: st.DrawFn, again: bool = False) -> Data:
    """The same as plain data; with `again` it may have a first question for whoever comes back."""
    returns = again and draw(st.booleans())
    most = 2 if returns else 4  # whoever comes back may have started with anything
    questions = [_question(draw, number) for number in range(draw(st.integers(1, most)))]
    if returns:
        questions[0] |= {"again": True, "private": True}
    facts: Data = {}
    for number in range(draw(st.integers(0, 2))):
        facts[f"fact{number}"] = _condition(draw, questions, [*facts])
    for number, question in enumerate(questions):
        if number and draw(st.booleans()):
            question["when"] = _condition(draw, questions[:number], [])
    names = [*facts]
    guarded = {
        group: _condition(draw, questions, names, 1) for group in GROUPS if draw(st.booleans())
    }
    data = {
        **_frame(),
        "facts": facts,
        "guarded": guarded,
        "questions": questions,
        "endings": [
            {
                "id": f"ending{number}",
                "when": _condition(draw, questions, names),
                "title": f"Ending {number}",
                "text": _text(draw, f"ending {number}", questions, names),
            }
            for number in range(draw(st.integers(0, 2)))
        ],
        "notices": [
            {
                "id": f"notice{number}",
                "when": _condition(draw, questions, names),
                "title": f"Notice {number}",
                "text": _text(draw, f"notice {number}", questions, names),
                "screen_only": draw(st.booleans()),
            }
            for number in range(draw(st.integers(0, 2)))
        ],
        "steps": [
            _step(draw, number, questions, names) for number in range(draw(st.integers(1, 3)))
        ],
    }
    if guarded:
        _mark(draw, data["steps"], [*guarded])
    data["plan"] = _plan(draw, data, names)
    data["promises"] = [_promise(draw, data, number) for number in range(draw(st.integers(0, 4)))]
    return data


def _plan(draw: st.DrawFn, data: Data, names: list[str]) -> Data:
    """What stands around the steps, and where readers start."""
    questions = data["questions"]
    plan: Data = {"title": "A plan", "top": [], "foot": []}
    for name in ("top", "foot", "help", "instead"):
        if draw(st.booleans()):
            plan[name] = _text(draw, name, questions, names)
    if draw(st.booleans()):
        plan["no_start"] = _condition(draw, questions, names, 1)
    steps = [each["id"] for each in data["steps"]]
    ways = [{"step": each} for each in steps]
    if questions[0].get("again"):
        ways += [{"last": each, "say": each} for each in ("smaller", "same", "other")]
    plan["start"] = [
        {**draw(st.sampled_from(ways)), "when": _condition(draw, questions, names, 1)}
        for _ in range(draw(st.integers(0, 3)))
    ]
    for number, each in enumerate(each for each in plan["start"] if "say" in each):
        each["say"] = f"say {number}"
    plan["moments"] = [
        {
            "id": f"moment{number}",
            "text": f"moment {number}",
            "together": draw(st.booleans()),
            "when": _condition(draw, questions, names, 1),
        }
        for number in range(draw(st.integers(0, 2)))
    ]
    for name in AROUND:
        _mark(draw, plan.get(name, []), [*data["guarded"]])
    return plan


def _mark(draw: st.DrawFn, entries: list[Any], groups: list[str]) -> None:
    """Marks most of the entries, and those in them, as safe for some of the groups."""
    for each in entries if groups else ():
        if isinstance(each, dict):
            each["safe_for"] = draw(st.sampled_from([groups, groups, groups[:1], []]))
            for name in MARKED:
                _mark(draw, each.get(name, []) if name in each else [], groups)


def _frame() -> Data:
    """What no rule of a guide is about."""
    real = read_document(str(built_in_path())).data
    return {
        **{name: real[name] for name in ("title", "labels", "welcome")},
        "support": {
            "checked": "-",
            "kinds": dict.fromkeys(KINDS, "Lines"),
            "anywhere": ANYWHERE,
            "countries": {},
        },
    }


def _question(draw: st.DrawFn, number: int) -> Data:
    many = draw(st.booleans())
    options: list[Data] = [
        {
            "code": code,
            "label": code,
            "off_record": draw(st.integers(0, 9)) == 9,
            "informs": draw(st.integers(0, 9)) != 9,
        }
        for code in "abc"[: draw(st.integers(1, 3))]
    ]
    for option in options if many else []:
        option["exclusive"] = draw(st.integers(0, 3)) == 0
    return {
        "id": f"q{number}",
        "ask": f"Question {number}?",
        "choose": "many" if many else "one",
        "options": options,
    }


def _condition(draw: st.DrawFn, questions: list[Data], facts: list[str], depth: int = 2) -> Any:
    kind = draw(
        st.sampled_from(["answer", "answer", "fact", "all", "any", "none"] * 2 + ["always"])
    )
    if kind == "always":
        return kind
    if kind == "fact" and facts:
        return draw(st.sampled_from(facts))
    if kind in ("answer", "fact") or not depth:
        question = draw(st.sampled_from(questions))
        codes = [*(option["code"] for option in question["options"]), "skipped"]
        return {question["id"]: draw(st.lists(st.sampled_from(codes), min_size=1, max_size=2))}
    size = draw(st.integers(1, 2))
    return {kind: [_condition(draw, questions, facts, depth - 1) for _ in range(size)]}


def condition_of(draw: st.DrawFn, questions: list[Data]) -> Any:
    """A condition on some of the questions, and on no fact."""
    return _condition(draw, questions, [], 1)


def _text(
    draw: st.DrawFn, words: str, questions: list[Data], facts: list[str], most: int = 2
) -> list[Any]:
    kinds = st.sets(st.sampled_from(KINDS), max_size=1).map(list)
    return [
        {
            "text": f"{words} text {number}",
            "when": _condition(draw, questions, facts, 1),
            "support": draw(kinds),
            "topic": _topic(draw),
        }
        if draw(st.booleans())
        else f"{words} text {number}"
        for number in range(draw(st.integers(1, most)))
    ]


def _topic(draw: st.DrawFn) -> Any:
    return draw(st.sampled_from([[], [], TOPICS[0], TOPICS[1], [TOPICS[0]], [*TOPICS]]))


def _step(draw: st.DrawFn, number: int, questions: list[Data], facts: list[str]) -> Data:
    def several(words: str, least: int, most: int, *, always: bool = True) -> list[Data]:
        entries = []
        for each in range(draw(st.integers(least, most))):
            entry: Data = {"text": f"{words} {number} {each}", "topic": _topic(draw)}
            if always or draw(st.booleans()):
                entry["when"] = _condition(draw, questions, facts, 1)
            entries.append(entry)
        return entries

    def reasons(words: str, least: int, most: int = 2) -> list[Data]:
        return [
            {"when": each["when"], "because": each["text"]} for each in several(words, least, most)
        ]

    advice = several("advice", 0, 7, always=False)
    for each in advice:
        each["keep"] = draw(st.integers(0, 3)) == 0
        each["status"] = draw(st.lists(st.sampled_from(STATUSES), min_size=1, max_size=4))
    text = _text(draw, f"step {number}", questions, facts, most=4)
    for each in text:
        if isinstance(each, dict):
            each["keep"] = draw(st.booleans())
    actions = several("action", 0, 3, always=False)
    for index, each in enumerate(actions):
        each |= {"id": f"a{index}", "together": draw(st.booleans())}
        if questions[0].get("again") and draw(st.booleans()):
            each["smaller"] = f"smaller {number} {index}"
            each["smaller_together"] = draw(st.booleans())
    step: Data = {
        "id": f"step{number}",
        "title": f"Step {number}",
        "source": "A book",
        "text": text,
        "applies": reasons("applies", 1, 4),
        "done": reasons("done", 0),
        "not_yet": reasons("not_yet", 0),
        "advice": advice,
        "actions": actions,
        "openers": several("opener", 0, 4, always=False),
    }
    if draw(st.booleans()):
        step["highlight"] = _condition(draw, questions, facts, 1)
    return step


def _promise(draw: st.DrawFn, data: Data, number: int) -> Data:
    when = _condition(draw, data["questions"], [*data["facts"]], 1)
    return {"name": f"promise {number}", "when": when, "then": _outcome(draw, data, 1)}


def _outcome(draw: st.DrawFn, data: Data, depth: int) -> Any:
    if depth and draw(st.booleans()):
        group = draw(st.sampled_from(["all", "any", "none"]))
        return {group: [_outcome(draw, data, depth - 1) for _ in range(draw(st.integers(1, 2)))]}
    names = {
        kind: [each["id"] for each in data.get(section, [])] for kind, section in OUTCOMES.items()
    }
    names |= {
        "lines": [*KINDS],
        "topic": [*TOPICS],
        "at_hand": [*TOPICS],
        "files": ["allowed", "never"],
    }
    kind = draw(st.sampled_from([kind for kind, known in names.items() if known]))
    listed = [draw(st.sampled_from(names[kind]))]
    return {kind: draw(st.sampled_from([listed, "any", {"any_but": listed}]))}
