"""Data for programs, which unlike text for people may never be put into other letters."""

import json
from typing import Any


def json_text(data: Any) -> str:
    """The data as JSON that ends in a line feed, in ASCII.

    So it is the same in every encoding that a stream may have, and behind every pipe.
    """
    return json.dumps(data, indent=2) + "\n"
