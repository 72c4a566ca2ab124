"""A worker: the service in a process that several of share one port, and that ends with its parent."""

import os
import signal
import threading
from multiprocessing import parent_process
from multiprocessing.connection import wait

from litestar import Litestar

from app.main import create_app


def create_worker() -> Litestar:
    """Build the service in a worker, which ends as it does on SIGTERM where its parent is killed."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    return create_app()


def _end_with(parent: int) -> None:
    """Wait for the parent's end: a worker that is left over would keep the port."""
    wait([parent])
    os.kill(os.getpid(), signal.SIGTERM)
