"""Several processes at one work, none of which outlives the one that started them."""

from __future__ import annotations

import contextlib
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    """A pool of so many processes; work not begun is given up when the block ends.

    The processes are started afresh, since a copy of a process with threads can hang; a script that uses them needs
    the usual ``if __name__ == "__main__":`` guard.

    Examples
    --------
    >>> with pool(1) as workers:
    ...     workers.submit(abs, -3).result()
    3
    """
    executor = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=end_with_parent)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def end_with_parent() -> None:
    """End this process as soon as its parent has ended, even where that was killed; without a parent, nothing.

    Examples
    --------
    >>> end_with_parent()
    """
    parent = parent_process()
    if parent is None:
        return

    def follow() -> None:
        """Wait for the parent's end."""
        parent.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
