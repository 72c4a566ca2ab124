"""Workers: several processes behind one port, each a replica of its own; one that dies is replaced."""

from collections.abc import Callable
from tempfile import TemporaryDirectory
from typing import Final

import uvicorn
from prometheus_client.multiprocess import mark_process_dead
from typing_extensions import override
from uvicorn.supervisors import Multiprocess

from app.settings import share_numbers

FACTORY: Final = "app.entry:worker"
"""Named, not imported: the parent serves nothing, and starts sooner without."""
SIGN_OF_LIFE: Final = 30
"""Seconds that a worker has to answer its parent: one that starts on a busy machine is not hung."""


class Workers(Multiprocess):
    """Keeps so many workers; says once that they listen. SIGTERM lets the turns of all of them end."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config, sockets=[config.bind_socket()])
        self._announce: Callable[[], None] | None = announce

    @override
    def run(self) -> None:
        """Serve until told to stop."""
        with TemporaryDirectory(prefix="frontdesk-metrics-") as folder:
            share_numbers(folder)
            super().run()

    @override
    def keep_subprocess_alive(self) -> None:
        """Replace who died; what it counted stays, what it had open is gone."""
        before = {process.pid for process in self.processes}
        super().keep_subprocess_alive()
        for pid in before - {process.pid for process in self.processes}:
            mark_process_dead(pid)  # type: ignore[no-untyped-call]  # the library leaves it bare
        if (
            self._announce is not None
            and not self.should_exit.is_set()
            and all(process.is_ready() for process in self.processes)
        ):
            self._announce()
            self._announce = None
