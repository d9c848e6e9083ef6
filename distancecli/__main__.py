"""Runs the command line: `python -m distancecli`."""

from distancecli.cli import main

if __name__ == "__main__":
    main()
