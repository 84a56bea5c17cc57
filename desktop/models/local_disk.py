"""Whether a folder lies in the computer itself: locks and the write-ahead log cannot be trusted on a network share."""

import ctypes
import os
import re
import sys
from operator import itemgetter
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset({"9p", "afs", "ceph", "cifs", "fuse.sshfs", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"})
_DRIVE_REMOTE = 4


def is_local(folder: Path) -> bool:
    """Whether the folder is on a disk of this computer, as far as the operating system tells."""
    if sys.platform == "win32":
        root = os.path.splitdrive(folder.absolute())[0] + "\\"
        return ctypes.windll.kernel32.GetDriveTypeW(root) != _DRIVE_REMOTE
    return _file_system(folder.resolve()) not in _NETWORK


def _file_system(folder: Path) -> str:
    """The kind of file system, or an empty text where the system keeps no list of mounts."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    mounts = [_mount(line) for line in reversed(lines)]  # what was mounted last lies on top
    holding = [(len(point.parts), kind) for point, kind in mounts if folder.is_relative_to(point)]
    return max(holding, default=(0, ""), key=itemgetter(0))[1]


def _mount(line: str) -> tuple[Path, str]:
    """Where one line of the list mounts something, and of what kind (proc(5): fields before and after the hyphen)."""
    place, _, source = line.partition(" - ")
    point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), place.split(" ")[4])
    return Path(point), source.split(" ")[0]
