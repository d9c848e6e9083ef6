"""What `tests/benchmark/bench.py` is made of: a stopwatch for terminals, who is measured, and the table."""
