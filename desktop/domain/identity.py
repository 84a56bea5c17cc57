"""Keys the program makes itself, so that a draft has its key before anything is stored."""

import os
import time
from uuid import UUID


def new_id() -> UUID:
    """A UUID version 7: milliseconds since 1970, then 74 random bits (RFC 9562, section 5.7)."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & ((1 << 48) - 1)) << 80 | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)
