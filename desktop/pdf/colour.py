"""The colour profile every document carries: sRGB as IEC 61966-2-1 defines it, written out as ICC.1:2004 says.

PDF/A asks for a profile that says what the numbers of a colour mean (ISO 19005-2, 6.2.3). Written here from the
standard's own figures, it needs no file of somebody else's and is the same, byte for byte, everywhere.
"""

import struct
from functools import cache

_VERSION = 0x04200000
_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {  # seen under D50, as the connection space of profiles asks
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01708, -0.00925, 0.01507, 0.75168)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


@cache
def srgb_profile() -> bytes:
    """An ICC display profile for sRGB."""
    curve = b"para" + struct.pack(">4xHxx", 3) + _fixed(*_CURVE)
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("CC0"),
        b"wtpt": b"XYZ \0\0\0\0" + _fixed(*_D50),
        b"chad": b"sf32\0\0\0\0" + _fixed(*_ADAPTATION),
        **{name: b"XYZ \0\0\0\0" + _fixed(*xyz) for name, xyz in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    directory, data = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        directory += struct.pack(">4sII", name, start + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    body = struct.pack(">I", len(tags)) + directory + data
    return _header(128 + len(body)) + body


def _header(size: int) -> bytes:
    made = (2026, 1, 1, 0, 0, 0)
    return struct.pack(
        ">I4xI4s4s4s6H4s4x4x4x4x8xI12s48x",
        size, _VERSION, b"mntr", b"RGB ", b"XYZ ", *made, b"acsp", 0, _fixed(*_D50),
    )  # fmt: skip


def _fixed(*numbers: float) -> bytes:
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)


def _text(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(encoded), 28) + encoded
