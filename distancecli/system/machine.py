"""The machine that the program runs on: one set of names, made for each kind of system.

Nothing else in the program asks which one it is.
"""

import sys

if sys.platform == "win32":
    from distancecli.system import windows as machine
else:
    from distancecli.system import posix as machine

__all__ = ["machine"]
