"""One program per register: a second start brings the first one's window forward and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from desktop.paths import make_private

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer

_PATIENCE_MS = 2000


class Instance(QObject):
    """The claim to be the only program that has a register open.

    A lock file in the register's folder decides, so that nothing needs to be loaded for the common case; a local
    socket, named after the folder, carries the word from a second start to the first.

    Args:
        folder: The register's folder, which must exist.

    Attributes:
        summoned: Another start wants this program's window to come forward.
    """

    summoned = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = folder / "running.lock"
        self._lock = QLockFile(str(self._file))
        self._lock.setStaleLockTime(0)  # the process id in it tells whether its owner lives, however long it has run
        self._folder = folder
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Become the only program with this register open; False if another one already is."""
        claimed = self._lock.tryLock(0)
        if claimed:
            make_private(self._file)
        return claimed

    @property
    def _name(self) -> str:
        from hashlib import sha256

        return "samverkan-" + sha256(str(self._folder.resolve()).encode()).hexdigest()[:24]

    def listen(self) -> None:
        """Hear from later starts; only the user's own programs can call."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)  # what a killed program left; the lock says that it is gone

        def heard() -> None:
            while connection := server.nextPendingConnection():
                connection.disconnected.connect(connection.deleteLater)
                connection.disconnectFromServer()
                self.summoned.emit()

        server.newConnection.connect(heard)
        server.listen(self._name)
        self._server = server

    def summon_first(self) -> bool:
        """Ask the first program to bring its window forward; False if it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        return socket.waitForConnected(_PATIENCE_MS)

    def release(self) -> None:
        """Let another start open the register."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()
