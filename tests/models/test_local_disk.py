"""A register on a network share is refused before it is made."""

from pathlib import Path

import pytest

from desktop.errors import StoreError
from desktop.models import local_disk
from desktop.models.database import Database
from desktop.models.local_disk import is_local

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:40 / /users/maja rw shared:20 - nfs4 server.example:/users rw
41 40 0:41 / /users/maja/local rw - ext4 /dev/sdb1 rw
42 22 0:42 / /mnt/gemensam\\040mapp rw shared:21 master:3 - cifs //server.example/g rw
43 22 8:3 / /srv rw - ext4 /dev/sdc1 rw
44 22 0:44 / /srv rw - nfs server.example:/srv rw
"""


@pytest.fixture
def _mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = tmp_path / "mountinfo"
    listing.write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(local_disk, "_MOUNTS", listing)


@pytest.mark.usefixtures("_mounts")
@pytest.mark.parametrize(
    ("folder", "local"),
    [
        ("/var/lib/samverkan", True),
        ("/users/maja/.local/share", False),
        ("/users/maja/local/share", True),
        ("/users/majas", True),
        ("/mnt/gemensam mapp/register", False),
        ("/srv/register", False),
    ],
)
def test_the_innermost_mount_decides(folder: str, *, local: bool) -> None:
    assert is_local(Path(folder)) is local


def test_without_a_list_of_mounts_the_folder_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_disk, "_MOUNTS", tmp_path / "missing")
    assert is_local(tmp_path)


def test_no_register_is_made_on_a_share(path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = path.parent.parent / "mountinfo"
    listing.write_text("22 1 0:40 / / rw - nfs4 server.example:/ rw\n", encoding="utf-8")
    monkeypatch.setattr(local_disk, "_MOUNTS", listing)
    with pytest.raises(StoreError, match="inte klarar säker skrivning"):
        Database.open(path, key, "Maja Ek")
    assert not path.exists()
