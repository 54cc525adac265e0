"""Several processes at one work, none of which outlives the one that started them."""

from __future__ import annotations

import contextlib
import os
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


Job = TypeVar("Job")
Made = TypeVar("Made")


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


def mapped(
    workers: ProcessPoolExecutor, function: Callable[[Job], Made], jobs: Iterable[Job], *, ahead: int
) -> Iterator[Made]:
    """What the function makes of each job, in order; no more than ``ahead`` jobs are taken before they are needed.

    Examples
    --------
    >>> with pool(1) as workers:
    ...     list(mapped(workers, abs, iter([-3, 4]), ahead=1))
    [3, 4]
    """
    waiting: deque[Future[Made]] = deque()
    for job in jobs:
        waiting.append(workers.submit(function, job))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


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
