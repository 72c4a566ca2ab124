"""Parts of libraries that load when somebody first asks for a name of theirs, and not along with the library."""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import find_spec
from threading import RLock
from types import ModuleType
from typing import Final

from typing_extensions import override

LATE: Final = frozenset(
    {"openai", "openai.lib", "openai.types", "openai.types.shared"}
    | {"pdb", "pydoc", "redis", "redis.asyncio", "segno", "yaml"}
)
"""What a start on what is embedded needs nothing of: the SDK's types, Redis, drawings of QR codes, debuggers."""
NEVER: Final = frozenset({"rich", "watchfiles"})
"""What a library does without where it isn't installed: tracebacks that show variables, servers that load code anew."""


def defer() -> None:
    """Load such parts late from now on; to be said before the libraries are imported. Saying it twice is fine."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Finder(MetaPathFinder):
    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname in NEVER:
            raise ModuleNotFoundError(f"{fullname} is not loaded here", name=fullname)
        spec = PathFinder.find_spec(fullname, path, target) if fullname in LATE else None
        if spec is not None and spec.loader is not None:
            spec.loader = _Late(spec.loader)
        return spec


class _Late(Loader):
    """Leaves a module empty until one of its names is asked for; a module below it is loaded without it."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader
        self._lock = RLock()

    @override
    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    @override
    def exec_module(self, module: ModuleType) -> None:
        def load(name: str) -> object:
            below = f"{module.__name__}.{name}"
            if "__path__" in module.__dict__ and find_spec(below) is not None:
                return import_module(below)
            with self._lock:
                if module.__dict__.get("__getattr__") is load:
                    del module.__dict__["__getattr__"]
                    self._loader.exec_module(module)
            return getattr(module, name)

        module.__dict__["__getattr__"] = load
