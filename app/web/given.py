"""What a handler is given by the process, marked so that it is passed on as it is and not checked with each request."""

from typing import Annotated, TypeVar

from litestar.params import Dependency

T = TypeVar("T")

Given = Annotated[T, Dependency(skip_validation=True)]
