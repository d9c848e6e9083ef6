"""The tool that makes small changes: which it makes, that it finds its tests, and what it says."""

import ast
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import pytest

from tests.mutation import watching
from tests.mutation.changes import changed, changes
from tests.mutation.harmless import reasons
from tests.mutation.sample import PACKAGE, chosen, packages, picked, picked_again
from tests.mutation.workshop import Workshop, with_probes


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("a < b", ["a <= b"]),
        ("a and b", ["a", "b", "a or b"]),
        ("not a", ["a"]),
        ("a + 1", ["a + 2", "a - 1"]),
        ("f(x='y', z=True)", ["x='yX'", "z=False", "pass"]),
        ("b if a else c", ["b", "c"]),
        ("[a for a in b if a]", ["[a for a in b]"]),
        ("any(a)", ["all(a)", "pass"]),
        ("if a:\n    raise b", ["not a", "pass"]),
        ("def f(a: int = 1) -> str:\n    'Says.'\n    return a", ["2", "return"]),
        ("for a in b:\n    break", ["continue"]),
        ("a.b = c", ["pass"]),
        ("class A(B, frozen=True):\n    a: int = 0\n    'One.'", ["1"]),
    ],
)
def test_the_changes_are_slips_that_are_easily_made(text: str, others: list[str]) -> None:
    """Signs, constants, conditions and statements that go; no docstring, and no declaration."""
    assert sorted(change.new for change, _ in changes(ast.parse(text))) == sorted(others)


def test_every_change_of_a_sample_is_made_alone() -> None:
    """It gives another module, which Python reads; the number of one always means that one."""
    assert {"text", "system", "top"} <= set(packages())
    for (module, number), change in picked("text", 20, seed=5):
        text = (PACKAGE / module).read_text(encoding="utf-8")
        plain, other = ast.unparse(ast.parse(text)), changed(text, number)
        assert compile(other, module, "exec")
        assert other != plain, change
        assert abs(len(other) - len(plain)) <= len(change.old) + len("continue")


def test_what_a_report_names_can_be_tried_again() -> None:
    """By the words of its lines, wherever these stand by now."""
    sample = picked("text", 3, seed=7)
    report = "".join(f"{each.name}\n  line 0: not noticed\n" for each in sample)
    assert {each.name for each in picked_again(report)} == {each.name for each in sample}


def test_a_probe_is_passed_where_a_change_would_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only by what runs the statement that would be another."""
    text = "def f(a):\n    'Says.'\n    if a:\n        return 1\n    return 2"
    names = [change.new for change, _ in changes(ast.parse(text))]
    numbers = {names.index("2"): 7, names.index("not a"): 8}
    hits: list[int] = []
    probe = SimpleNamespace(probe=SimpleNamespace(hit=hits.append))
    monkeypatch.setitem(sys.modules, "distancecli.probe", probe)
    made = with_probes(text, numbers).replace("__import__('distancecli.probe')", "probe")
    inside: dict[str, object] = {"probe": probe}
    exec(made, inside)
    f = inside["f"]
    assert callable(f)
    assert (f(0), hits) == (2, [8])
    assert (f(1), hits) == (1, [8, 8, 7])


def test_the_nearest_and_quickest_tests_come_first() -> None:
    """One case of each before a second one; every test only for what is done once for many."""
    passed = {"tests/b/t.py::x[1]": 1.0, "tests/b/t.py::x[2]": 1.5, "tests/a/t.py::y": 3.0}
    passed["tests/c/t.py::z"] = 0.5
    hits = {"tests/b/t.py::x[1]", "tests/b/t.py::x[2]", "tests/a/t.py::y", "failed"}
    near, *others = chosen(hits, passed, "a/m.py", 20)
    assert near == "tests/a/t.py::y"
    assert others == ["tests/b/t.py::x[1]", "tests/b/t.py::x[2]"]
    assert chosen(hits | {""}, passed, "a/m.py", 20) == [
        *("tests/a/t.py::y", "tests/c/t.py::z", "tests/b/t.py::x[1]", "tests/b/t.py::x[2]")
    ]
    assert chosen(hits, passed, "a/m.py", 4.5) == ["tests/a/t.py::y", "tests/b/t.py::x[1]"]


def test_each_harmless_change_has_its_reason() -> None:
    """Whoever leaves a change unnoticed says why that harms nobody; it can still be made."""
    assert all(reasons().values())
    assert {each.name for each in picked_again("\n".join(reasons()))} == set(reasons())


FILES: Final = {
    "distancecli/__init__.py": "",
    "distancecli/sums.py": "def double(a):\n    note = 'x'\n    return a + a\n",
    "tests/__init__.py": "",
    "tests/support/__init__.py": "",
    "tests/support/terminal_driver.py": "PATIENCE = 1\n",
    "tests/mutation/__init__.py": "",
    "tests/test_sums.py": "from distancecli.sums import double\n\n"
    "def test_double():\n    assert double(3) == 6\n\n"
    "def test_other():\n    pass\n\n"
    "def test_fails():\n    assert not double(1)\n",
}
"""A small program, and its tests."""


@pytest.mark.slow
def test_what_a_test_sees_is_noticed_and_the_copy_is_as_it_was(tmp_path: Path) -> None:
    """Of two changes one is noticed, by the one test that comes by it and passes as it is."""
    root = tmp_path / "root"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    shutil.copy(watching.__file__, root / "tests" / "mutation")
    (tmp_path / "work").mkdir()
    workshop = Workshop(tmp_path / "work", root)
    names = [change.new for change, _ in changes(ast.parse(FILES["distancecli/sums.py"]))]
    places = [("sums.py", names.index(new)) for new in ("'xX'", "a - a")]
    passed, hits = workshop.tests_at(places)
    test = "tests/test_sums.py::test_double"
    assert set(passed) == {test, "tests/test_sums.py::test_other"}
    assert hits == [{test, "tests/test_sums.py::test_fails"}] * 2
    assert [workshop.is_noticed(place, [test]) for place in places] == [False, True]
    assert not workshop.is_noticed(places[1], [])
    copy = tmp_path / "work" / "copy"
    assert (copy / "distancecli" / "sums.py").read_text() == FILES["distancecli/sums.py"]
