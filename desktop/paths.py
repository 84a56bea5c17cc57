"""Where Samverkan keeps its files, and how they are kept from other users of the computer."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from platformdirs import user_data_path

APPLICATION = "Samverkan"

_POSIX = os.name == "posix"
_OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class Paths:
    """The places of one register; everything lies in one folder, so that one folder is what to protect and move.

    Args:
        data_dir: The folder that holds it all. It need not exist yet.
    """

    data_dir: Path

    @classmethod
    def chosen(cls, data_dir: Path | None = None, *, demo: bool = False) -> Self:
        """The places the command line asks for.

        Args:
            data_dir: The folder of ``--data-dir``, or None for the operating system's own place.
            demo: Whether the sample register is asked for. It has a folder of its own beside the real one,
                so that the two can never mix.
        """
        folder = (data_dir or user_data_path(APPLICATION, appauthor=False)).expanduser().absolute()
        return cls(folder / "demo" if demo else folder)

    @property
    def database(self) -> Path:
        """The encrypted register."""
        return self.data_dir / "register.db"

    @property
    def vault(self) -> Path:
        """The wrapped key of the register; useless without keychain, passphrase or recovery code."""
        return self.data_dir / "vault.json"

    @property
    def copies(self) -> Path:
        """The folder of the register's backup copies."""
        return self.data_dir / "copies"

    @property
    def logs(self) -> Path:
        """The folder of the log files."""
        return self.data_dir / "logs"

    @property
    def drafts(self) -> Path:
        """The folder of documents and mail drafts that are handed to other programs."""
        return self.data_dir / "drafts"

    @property
    def opened(self) -> Path:
        """The folder of attached files while other programs show them; it is emptied at every start and end."""
        return self.drafts / "opened"

    @property
    def settings(self) -> Path:
        """The file of the user's own settings."""
        return self.data_dir / "settings.json"

    def prepare(self) -> None:
        """Make the folders that are missing, open to the user alone.

        Raises:
            PermissionError: The folder is filled with something else that others may read; closing it could
                lock them out, so the user has to choose another.
            OSError: A folder cannot be made, for instance because a file has its name.
        """
        if self._belongs_to_something_else():
            raise PermissionError(f"not a folder of {APPLICATION}, and open to others: {self.data_dir}")
        for folder in (self.data_dir, self.copies, self.logs, self.drafts):
            private_folder(folder)

    def _belongs_to_something_else(self) -> bool:
        if not (_POSIX and self.data_dir.is_dir() and self.data_dir.stat().st_mode & _OTHERS):
            return False
        ours = (self.database, self.vault, self.logs)
        return any(self.data_dir.iterdir()) and not any(path.exists() for path in ours)


def private_folder(path: Path) -> Path:
    """Make a folder, and those above it, if missing, and let the user alone into it (mode 0700).

    On Windows the user's profile already has such an access list, which new folders inherit.

    Raises:
        OSError: The folder cannot be made or is somebody else's.
    """
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    make_private(path)
    return path


def make_private(path: Path) -> None:
    """Let the user alone read and change a file (mode 0600) or enter a folder (mode 0700).

    Raises:
        OSError: The path does not exist or is somebody else's.
    """
    if _POSIX:
        path.chmod(0o700 if path.is_dir() else 0o600)
