"""How much memory a value keeps."""

import gc
import sys
from types import FunctionType, ModuleType
from typing import Any


def kept_bytes(value: object, *shared: object) -> int:
    """Return the bytes of all that a value leads to, without classes, code and what is `shared`."""
    seen = {id(each) for each in shared}
    waiting: list[Any] = [value]
    total = 0
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, type | ModuleType | FunctionType):
            continue
        seen.add(id(each))
        total += sys.getsizeof(each)
        waiting.extend(gc.get_referents(each))
    return total
