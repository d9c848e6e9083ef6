"""The program by keys, in a real pseudo-terminal."""
