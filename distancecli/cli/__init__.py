"""The door: a command line in, an exit code out."""
