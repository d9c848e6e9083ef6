"""What the tests of asking share."""

from collections.abc import Iterator

import pytest
from prompt_toolkit.input import PipeInput, create_pipe_input


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    """A keyboard that is a pipe."""
    with create_pipe_input() as pipe:
        yield pipe
