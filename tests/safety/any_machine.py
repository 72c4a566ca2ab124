"""Has a training start anew, so that its sums come out the same on any machine of one kind (x86-64 with AVX2)."""

import os
import sys

ALIKE = {
    "OPENBLAS_CORETYPE": "Haswell",  # each kind of processor has code of its own, which adds up in another order
    "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL AVX512_SPR",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}
"""What the libraries that add up are told before they are read."""


def add_up_as_anywhere() -> None:
    """Start this program again as `ALIKE` says, if it has not been started so."""
    if not ALIKE.items() <= os.environ.items():
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], {**os.environ, **ALIKE})  # noqa: S606
