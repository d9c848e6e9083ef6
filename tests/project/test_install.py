"""It installs anywhere: from what is built, from a checkout, on each Python and each release.

Slow: left out by plain `pytest`, run by `pytest -m install` and by `.ci/run`. What is downloaded
comes from the index once for each Python, and from a folder after that.
"""

import email
import os
import shlex
import tarfile
import tempfile
import zipfile
from email.message import Message
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from markdown_it import MarkdownIt

from distancecli import __version__
from tests.support.installing import (
    PROJECT,
    PYPROJECT,
    Environment,
    Version,
    copy_of_the_sources,
    made_once,
    oldest,
    pins,
    pythons,
    requirements,
    run,
)
from tests.support.terminal_driver import ROOT, program

pytestmark = pytest.mark.install

PYTHONS: Final = pythons()
THIS: Final = min(PYTHONS)
"""The oldest Python, which the lower bounds are tried on."""
COMMAND_LINE: Final = [
    "tests/cli/test_cli.py",
    "tests/terminal/test_streams.py",
    "tests/terminal/test_hostile_text.py",
]
"""The tests that see most of Typer."""
ANOTHER_DAY: Final = 1_600_000_000
"""Seconds since 1970: in September 2020."""
SYSTEM: Final = "/usr/bin/python3"
MANAGED: Final = list(Path("/usr/lib").glob("python3*/EXTERNALLY-MANAGED"))
QUIET: Final = ["-p", "no:cacheprovider", "-n", "2"]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this test run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def built(shared: Path) -> Path:
    """A folder with the sdist and a wheel made from it, and the tree's own wheel in `tree`."""

    def build(folder: Path) -> None:
        tools = Environment(folder / "tools", PYTHONS[THIS])
        tools.pip("install", "build")
        tree = copy_of_the_sources(folder / "copy")
        run(tools.python, "-m", "build", "--outdir", folder, tree)
        run(tools.python, "-m", "build", "--wheel", "--outdir", folder / "tree", tree)

    return made_once(shared, "built", build)


def the_one(folder: Path, pattern: str) -> Path:
    """The one file in the folder that the pattern fits."""
    (path,) = folder.glob(pattern)
    return path


def house(shared: Path, version: Version) -> Path:
    """A folder of wheels for that Python, none of them compiled here, and `tools` with its pip."""

    def fill(folder: Path) -> None:
        tools = Environment(folder / "tools", PYTHONS[version])
        needed = map(str, [*requirements(), *requirements("check")])
        building = [*PYPROJECT["build-system"]["requires"], "editables"]
        tools.pip("wheel", "--only-binary=:all:", "--wheel-dir", folder, *needed, *building)

    return made_once(shared, "house{}.{}".format(*version), fill)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Another folder than that of the program, with a file of answers."""
    (tmp_path / "answers.yaml").write_text(ANSWERS)
    return tmp_path


# --- What is built -------------------------------------------------------------------------------


def metadata(wheel: Path) -> Message:
    """What a package index is told of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        return email.message_from_bytes(archive.read(name))


@pytest.mark.parametrize("place", [".", "tree"])
def test_a_wheel_holds_the_program_and_no_more(built: Path, place: str) -> None:
    """Every module, the guide and the mark of types; no test, and nothing that is left over."""
    with zipfile.ZipFile(the_one(built / place, "*.whl")) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
        guide = archive.read("distancecli/steps.yaml")
    assert guide == (ROOT / "steps.yaml").read_bytes()
    sources = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "distancecli").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert "distancecli/py.typed" in sources
    assert held == sources | {"distancecli/steps.yaml"}


def test_the_sdist_holds_all_that_it_takes(built: Path) -> None:
    """The program, the guide, the tests, the README and pyproject."""
    with tarfile.open(the_one(built, "*.tar.gz")) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"steps.yaml", "README.md", "pyproject.toml", "PKG-INFO", "distancecli/cli/main.py"}
    assert wanted <= held
    assert {"tests/cli/test_cli.py", "tests/constraints.txt"} <= held
    assert not [name for name in held if "__pycache__" in name or name.startswith(".venv")]


def words_and_targets(markdown: str) -> tuple[list[str], list[str]]:
    """The words of a text, piece by piece, and where its links and pictures lead."""
    words: list[str] = []
    targets: list[str] = []
    for block in MarkdownIt().parse(markdown):
        for token in block.children or [block]:
            target = token.attrs.get("href") or token.attrs.get("src")
            targets += [str(target)] if target else []
            words += [token.content] if token.content and token.type != "image" else []
    return words, targets


def test_building_twice_gives_the_same(built: Path, tmp_path: Path) -> None:
    """To a byte, from files of another day; so anyone can see that a release is what it says."""
    tree = copy_of_the_sources(tmp_path / "copy")
    for path in tree.rglob("*"):
        os.utime(path, (ANOTHER_DAY, ANOTHER_DAY))
    tools = built / "tools" / "bin" / "python"
    run(tools, "-m", "build", "--outdir", tmp_path, tree)
    for pattern in ("*.whl", "*.tar.gz"):
        assert the_one(tmp_path, pattern).read_bytes() == the_one(built, pattern).read_bytes()
    assert the_one(built, "*.whl").read_bytes() == the_one(built / "tree", "*.whl").read_bytes()


@pytest.mark.parametrize("place", [".", "tree"])
def test_the_metadata_is_as_an_index_shows_it(built: Path, place: str) -> None:
    """Name, version, one line, the README, Pythons and dependencies; nothing is made up."""
    told = metadata(the_one(built / place, "*.whl"))
    assert (told["Name"], told["Version"]) == (PROJECT["name"], __version__)
    assert told["Summary"] == PROJECT["description"]
    assert told["Description-Content-Type"] == "text/markdown"
    text = told.get_payload(decode=True)
    assert isinstance(text, bytes)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert words_and_targets(text.decode())[0] == words_and_targets(readme)[0]
    assert all(each.startswith("https:") for each in words_and_targets(text.decode())[1])
    assert told["Requires-Python"] == PROJECT["requires-python"]
    assert told.get_all("Classifier") == PROJECT["classifiers"]
    needed = [each for each in told.get_all("Requires-Dist", []) if "extra ==" not in each]
    assert len(needed) == len(requirements())
    for unknown in ("License", "License-Expression", "Home-page", "Project-URL", "Author"):
        assert told[unknown] is None


# --- What is installed ---------------------------------------------------------------------------


COMMANDS: Final = (
    ("--version",),
    ("steps",),
    ("guide", "--answers", "answers.yaml"),
    ("guide", "--answers", "answers.yaml", "--format", "json"),
    ("schema",),
)
ANSWERS: Final = "cause: [loss]\nhow_long: gt2y\n"


@cache
def from_the_checkout(*arguments: str) -> str:
    """What a command of the checkout says here."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "answers.yaml").write_text(ANSWERS)
        return run(*program(*arguments), cwd=folder, environment={"PYTHONPATH": str(ROOT)})


def assert_works(command: list[str], folder: Path, **environment: str) -> None:
    """The command does in another folder what the checkout does here."""
    for arguments in COMMANDS:
        there = run(*command, *arguments, cwd=folder, environment=environment)
        assert there == from_the_checkout(*arguments)


def clean_one(shared: Path, folder: Path, version: Version) -> tuple[Environment, dict[str, str]]:
    """An environment with nothing in it, and variables that let its pip take what is in a house."""
    wheels = house(shared, version)
    tools = wheels / "tools" / "bin" / "python"
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)}
    return Environment(folder / "environment", PYTHONS[version], tools), offline


@pytest.mark.parametrize("way", ["wheel", "sdist", "editable", "checkout"])
@pytest.mark.parametrize("version", PYTHONS, ids=lambda version: "{}.{}".format(*version))
def test_it_installs_and_works(
    shared: Path, built: Path, folder: Path, version: Version, way: str
) -> None:
    """In a clean environment it is installed with what it needs alone, and used from elsewhere."""
    environment, offline = clean_one(shared, folder, version)
    (folder / "copy").mkdir()
    tree = copy_of_the_sources(folder / "copy")
    wanted = {
        "wheel": [the_one(built / "tree", "*.whl")],
        "sdist": [the_one(built, "*.tar.gz")],
        "editable": ["--editable", tree],
        "checkout": PROJECT["dependencies"],
    }
    environment.pip("install", *wanted[way], environment=offline)
    environment.pip("check")
    if way == "checkout":
        command = [str(environment.python), "-m", "distancecli"]
        assert_works(command, folder, PYTHONPATH=str(tree))
    else:
        assert_works([str(environment.bin / "distance")], folder)


@pytest.mark.parametrize(
    "command",
    ["pipx install .", "uv tool install .", "uv tool run --from . distance --version"],
)
def test_tools_that_people_use_install_it(shared: Path, folder: Path, command: str) -> None:
    """From a checkout, with no index: pipx, uv, and uvx by its long name."""
    tools = made_once(shared, "installers", installers)
    wheels = house(shared, THIS)
    where = {
        name: str(folder / name)
        for name in ("UV_TOOL_DIR", "UV_TOOL_BIN_DIR", "UV_CACHE_DIR", "PIPX_HOME", "PIPX_BIN_DIR")
    }
    offline = {
        **{
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(wheels),
            "PIPX_DEFAULT_PYTHON": PYTHONS[THIS],
        },
        **{"UV_OFFLINE": "1", "UV_FIND_LINKS": str(wheels), "UV_PYTHON": PYTHONS[THIS]},
    }
    (folder / "copy").mkdir()
    tree = copy_of_the_sources(folder / "copy")
    python = tools / "bin" / "python"
    said = run(python, "-m", *command.split(), cwd=tree, environment=where | offline)
    if command.endswith("--version"):
        assert f"distance {__version__}" in said
    else:
        there = where["PIPX_BIN_DIR" if command.startswith("pipx") else "UV_TOOL_BIN_DIR"]
        assert_works([str(Path(there, "distance"))], folder)


@pytest.mark.skipif(not MANAGED, reason="no Python here is managed by its system")
def test_a_python_that_its_system_manages_is_enough(shared: Path, folder: Path) -> None:
    """Debian's, for one, refuses every package outside of a virtual environment."""
    wheels = house(shared, THIS)
    environment = Environment(folder / "environment", SYSTEM)
    (folder / "copy").mkdir()
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)}
    environment.pip("install", copy_of_the_sources(folder / "copy"), environment=offline)
    assert_works([str(environment.bin / "distance")], folder)


@pytest.mark.parametrize(
    ("platform", "extra"),
    [
        ("macosx_11_0_arm64", "check"),
        ("macosx_11_0_x86_64", "check"),
        ("win_amd64", "check"),
        ("win_arm64", ""),
        ("manylinux_2_28_aarch64", "check"),
        ("musllinux_1_2_x86_64", ""),
    ],
)
def test_there_are_wheels_for_where_readers_are(
    shared: Path, tmp_path: Path, platform: str, extra: str
) -> None:
    """So nobody needs a compiler; where proving has no wheel, guiding works all the same."""
    tools = house(shared, THIS) / "tools" / "bin" / "python"
    needed = map(str, [*requirements(), *(requirements(extra) if extra else [])])
    there = ("--platform", platform, "--python-version", "3.13", "--only-binary=:all:")
    run(tools, "-m", "pip", "--quiet", "download", *there, "--dest", tmp_path, *needed)


def installers(folder: Path) -> None:
    """An environment with pipx and uv."""
    Environment(folder, PYTHONS[THIS]).pip("install", "pipx", "uv")


def test_proving_takes_one_package_more(shared: Path, built: Path, folder: Path) -> None:
    """Without it `check` ends in a line that says what to type, and typing that is enough."""
    environment, offline = clean_one(shared, folder, THIS)
    environment.pip("install", the_one(built, "*.whl"), environment=offline)
    distance = environment.bin / "distance"
    assert_works([str(distance)], folder)
    said = run("/bin/sh", "-c", '"$0" check; test $? -eq 2', distance)
    what_to_type = said.partition("Install it with: python -m pip ")[2]
    environment.pip(*shlex.split(what_to_type), environment=offline)
    assert "no problems, no warnings" in run(distance, "check")
    assert said.count("\n") == 1


# --- Other releases of what it needs -------------------------------------------------------------


def test_the_oldest_releases_pass_the_tests(tmp_path: Path) -> None:
    """With the oldest release of all that pyproject allows, a plain run of the suite passes."""
    environment = Environment(tmp_path / "environment", PYTHONS[THIS])
    environment.pip("install", *oldest([*requirements(), *requirements("test")]))
    run(environment.python, "-m", "pytest", *QUIET, cwd=ROOT)


def test_the_newest_releases_pass_the_tests(tmp_path: Path) -> None:
    """With the newest ones, too: a suite that is set up anywhere today is green."""
    environment = newest(tmp_path)
    installed = environment.pip("freeze", "--all", "--exclude", "pip").splitlines()
    if set(installed) <= pins():
        pytest.skip("the newest releases are those of tests/constraints.txt")
    run(environment.python, "-m", "pytest", *QUIET, cwd=ROOT)


def test_the_newest_typer_passes_the_tests_of_the_command_line(tmp_path: Path) -> None:
    """The cap on Typer is for its start alone: its newest release works, too."""
    environment = newest(tmp_path)
    environment.pip("install", "--upgrade", "typer")
    run(environment.python, "-m", "pytest", *QUIET, *COMMAND_LINE, cwd=ROOT)


def newest(folder: Path) -> Environment:
    """An environment with the newest release of all that pyproject allows."""
    environment = Environment(folder / "environment", PYTHONS[THIS])
    needed = map(str, [*requirements(), *requirements("test")])
    environment.pip("install", "--upgrade", *needed)
    return environment
