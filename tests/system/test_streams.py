"""Standard streams: every text can be written, whatever stands behind them."""

import io
import sys

import pytest

from distancecli.system import streams
from distancecli.system.machine import machine


@pytest.mark.parametrize(
    ("encoding", "behind", "written"),
    [
        ("ascii", None, b"'cafe' ? +--"),
        ("cp1252", None, b"\x91caf\xe9\x92 ? +--"),
        ("utf-8", None, "\u2018café\u2019 \u4e2d \u2514\u2500\u2500".encode()),
        ("cp1252", "ascii", b"'cafe' ? +--"),
        ("utf-8", "ascii", b"'cafe' ? +--"),
    ],
)
def test_a_letter_that_is_lacking_is_another(
    monkeypatch: pytest.MonkeyPatch, encoding: str, behind: str | None, written: bytes
) -> None:
    """Also where the system reads what is behind a pipe in an encoding that nobody knows."""
    bytes_written = io.BytesIO()
    output = io.TextIOWrapper(bytes_written, encoding=encoding, newline="\n")
    for name in ("PYTHONUTF8", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "stdout", output)
    monkeypatch.setattr(machine, "ENCODING_BEHIND", behind)
    streams.make_readable()
    streams.write_out("\u2018café\u2019 中 └──")
    assert bytes_written.getvalue() == written
