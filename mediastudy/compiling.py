"""Loops over millions of tokens, compiled when there are enough of them to be worth the wait.

numba takes most of a second to import and some seconds to compile a function, once on each machine: what it compiled is
kept beside the package. A small corpus is done before that, so its loops run as the plain Python they are written in.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")

# Steps of a loop up to which plain Python is quicker than importing numba.
FEW: Final = 200_000


def compiled(function: F) -> F:
    """The function, compiled when it is first called and kept for later processes.

    Examples
    --------
    >>> def add(one, other):
    ...     return one + other
    >>> compiled(add)(1, 2)
    3
    """
    from numba import njit

    try:
        return cast("F", njit(nogil=True, cache=True)(function))
    except RuntimeError:
        # Nothing can be kept of a function typed into a console, or where no folder can be written to.
        return cast("F", njit(nogil=True)(function))


def loop(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, which runs as it is for few items and compiled for many.

    How many there are is said by the further argument ``items``; without it, by the longest of the arrays. The function
    must be a plain loop that calls nothing but NumPy.

    Examples
    --------
    >>> import numpy as np
    >>> @loop
    ... def total(values):
    ...     whole = 0
    ...     for value in values:
    ...         whole += value
    ...     return whole
    >>> int(total(np.arange(4)))
    6
    """
    quick = functools.cache(lambda: compiled(function))

    @functools.wraps(function)
    def run(*arguments: Any, items: int | None = None) -> Any:
        steps = max(getattr(argument, "size", 0) for argument in arguments) if items is None else items
        return (quick() if steps > FEW else function)(*arguments)

    return run
