"""What compiled loops need and Python has no word for: bytes of a text as numbers and as characters, bits, memory.

This module imports numba, so it is imported only where there is much to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import numpy as np
from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic as _intrinsic

from mediastudy.compiling import compiled

if TYPE_CHECKING:
    from collections.abc import Callable

# A first byte from which on a character has two bytes, three, four.
_TWO: Final = 0x80
_THREE: Final = 0xE0
_FOUR: Final = 0xF0


def _generated(function: Callable[..., Any]) -> Any:
    """The function as numba calls it, without the first argument, which is numba's own."""
    return cast("Any", _intrinsic)(function)


@_generated
def eight(_: Any, array: Any, place: Any) -> Any:  # noqa: ARG001 - the code that is generated takes it
    """Eight bytes from a place on as one number, the first one lowest."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        data = context.make_array(signature.args[0])(context, builder, arguments[0]).data
        pointer = builder.bitcast(builder.gep(data, [arguments[1]]), ir.IntType(64).as_pointer())
        loaded = builder.load(pointer)
        loaded.align = 1
        return loaded

    return types.uint64(array, types.intp), generate


@_generated
def trailing_zeros(_: Any, value: Any) -> Any:
    """The number of zero bits below the lowest one."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.IntType(1)(1))

    return types.int64(value), generate


@_generated
def fetch(_: Any, array: Any, place: Any) -> Any:  # noqa: ARG001 - as above
    """Ask for a place of an array (a row's first) before it is needed."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        value = context.make_array(signature.args[0])(context, builder, arguments[0])
        stride = builder.extract_value(value.strides, 0)
        data = builder.bitcast(value.data, ir.IntType(8).as_pointer())
        pointer = builder.gep(data, [builder.mul(arguments[1], stride)])
        number = ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [pointer.type, number, number, number])
        insert: Any = cgutils.get_or_insert_function
        call = insert(builder.module, kind, "llvm.prefetch.p0i8")
        builder.call(call, [pointer, number(0), number(3), number(1)])
        return context.get_dummy_value()

    return types.void(array, types.intp), generate


@compiled
def code_point(letters: Any, place: Any) -> Any:
    """The code point that begins at a byte of UTF-8, and its number of bytes."""
    lead = np.int64(letters[place])
    if lead < _TWO:
        return lead, 1
    if lead < _THREE:
        return (lead & 0x1F) << 6 | letters[place + 1] & 0x3F, 2
    if lead < _FOUR:
        return (lead & 0x0F) << 12 | (letters[place + 1] & 0x3F) << 6 | letters[place + 2] & 0x3F, 3
    high = (lead & 0x07) << 18 | (letters[place + 1] & 0x3F) << 12
    return high | (letters[place + 2] & 0x3F) << 6 | letters[place + 3] & 0x3F, 4
