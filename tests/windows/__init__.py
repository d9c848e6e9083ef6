"""The program on Windows, as far as Wine can show it: `pytest -m windows`."""
