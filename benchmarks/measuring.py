"""One measurement in a process of its own: what it costs, and the median of several.

A script of tasks (``engine.py``, ``peers.py``) calls :func:`serve`; whoever wants a figure calls :func:`measure`.
Imports, the loading of texts and the opening of an index stand outside the measurement. A task runs once on something
small first, so that compiled code is loaded and threads have started: this is the ``warm`` call. The ``first`` call is
the first one of a process, the ``cold`` one the first on a machine, which has to compile.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

STATUS: Final = Path("/proc/self/status")
# CPU seconds after which a measurement is not repeated unless all repetitions are asked for.
PATIENCE: Final = 60.0
# Documents of the call before the timed one: enough for whatever starts with size to have started.
WARM: Final = 1_000
_PAUSE: Final = 0.005

Call = Literal["warm", "first", "cold"]


class Task(NamedTuple):
    """What is timed, what runs before it untimed, and what the result says: counted units and whether it is right.

    The memory of a task is ``watched`` only on request, for the watching takes about a hundredth of the time.
    """

    work: Callable[[], Any]
    first: Callable[[], Any]
    facts: Callable[[Any], dict[str, Any]]
    watched: bool = False


class Cost(NamedTuple):
    """CPU seconds of all threads and children, wall seconds, GB of peak and of anonymous memory, and the task's facts.

    ``anonymous`` is the most that was seen while the task ran, None where the system does not tell.
    """

    cpu: float
    wall: float
    peak: float | None
    anonymous: float | None
    facts: dict[str, Any]
    runs: int = 1


def measure(command: list[str | Path], *, repeats: int, patient: bool = False, call: Call = "warm") -> Cost:
    """The medians of several runs of a task's command, or of those that fit into the patience."""
    costs: list[Cost] = []
    while len(costs) < repeats and (patient or sum(cost.cpu for cost in costs) < PATIENCE):
        costs.append(_run(command if call == "warm" else [*command, "--first"], cold=call == "cold"))
    middle = statistics.median_low(cost.cpu for cost in costs)
    facts = next(cost.facts for cost in costs if cost.cpu == middle)
    peaks, anonymous = _known(cost.peak for cost in costs), _known(cost.anonymous for cost in costs)
    cpu, wall = (statistics.median(times) for times in zip(*((cost.cpu, cost.wall) for cost in costs), strict=True))
    return Cost(cpu, wall, max(peaks, default=None), max(anonymous, default=None), facts, len(costs))


def serve(tasks: Mapping[str, Callable[[Path], Task]]) -> None:
    """Run the task that the command line names, and print its cost as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("task", choices=sorted(tasks))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--first", action="store_true")
    asked = parser.parse_args()
    task = tasks[asked.task](asked.folder)
    if not asked.first:
        task.first()
    with _watched() if task.watched else contextlib.nullcontext([]) as anonymous:
        cpu, wall = _cpu(), time.perf_counter()
        result = task.work()
        spent, passed = _cpu() - cpu, time.perf_counter() - wall
    cost = Cost(spent, passed, _peak(), max(anonymous, default=None), task.facts(result))
    print(json.dumps(cost._asdict()))


def _run(command: list[str | Path], *, cold: bool) -> Cost:
    """The cost that a command prints; a cold one finds no compiled code on disk."""
    with tempfile.TemporaryDirectory() as empty:
        environment = {**os.environ, **({"NUMBA_CACHE_DIR": empty} if cold else {})}
        parts = [str(part) for part in command]
        done = subprocess.run(parts, check=False, capture_output=True, env=environment, text=True, encoding="utf-8")
    if done.returncode:
        message = f"{' '.join(parts)} failed:\n{done.stderr}"
        raise RuntimeError(message)
    return Cost(**json.loads(done.stdout.splitlines()[-1]))


def _known(values: Iterator[float | None]) -> list[float]:
    """The values that are not None."""
    return [value for value in values if value is not None]


def _cpu() -> float:
    """CPU seconds of this process, all its threads, and its finished children."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


@contextlib.contextmanager
def _watched() -> Iterator[list[float]]:
    """A list that fills with the anonymous memory in GB while the block runs; it stays empty where nobody tells."""
    seen: list[float] = []
    over = threading.Event()

    def watch() -> None:
        while not over.wait(_PAUSE):
            seen.extend(_status("RssAnon"))

    watcher = threading.Thread(target=watch, daemon=True)
    seen.extend(_status("RssAnon"))
    if seen:
        watcher.start()
    yield seen
    seen.extend(_status("RssAnon"))
    over.set()


def _status(name: str) -> list[float]:
    """A figure of Linux's account of this process, in GB; none elsewhere."""
    if not STATUS.exists():
        return []
    found = re.search(rf"^{name}:\s+(\d+) kB", STATUS.read_text(encoding="utf-8"), re.MULTILINE)
    return [int(found[1]) * 1024 / 1e9] if found else []


def _peak() -> float | None:
    """The most memory that this process, or one of its finished children, has held, in GB."""
    try:
        import resource
    except ImportError:  # Windows has no such module
        return None
    unit = 1e9 if sys.platform == "darwin" else 1e9 / 1024
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit
    own = _status("VmHWM") or [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit]
    return max(children, *own)
