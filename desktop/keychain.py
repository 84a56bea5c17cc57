"""Secrets that the operating system keeps for the user: the register's key among them.

Only services that encrypt what they hold are used. The library that reaches them would otherwise also take
whatever a plug-in or a user's configuration names, such as a plain file or a store that forgets everything.
"""

import hmac
import logging
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Protocol, TypeVar, cast

from desktop.errors import AppError

SERVICE = "Samverkan"

_Answer = TypeVar("_Answer")

_SERVICES = {
    "linux": ("SecretService.Keyring", "kwallet.DBusKeyring"),
    "darwin": ("macOS.Keyring",),
    "win32": ("Windows.WinVaultKeyring",),
}
"""What may keep a secret, by platform: names within ``keyring.backends``."""

_INSTEAD = "Ange en lösenfras i stället."

_log = logging.getLogger(__name__)


class _Service(Protocol):
    """What is used of a ``keyring`` backend, which has no types of its own."""

    persist: str

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class _Kind(Protocol):
    """A class of such backends, which knows whether its service answers here."""

    viable: bool
    priority: float

    def __call__(self) -> _Service: ...


class KeychainUnavailable(AppError):  # noqa: N818 - a circumstance of the computer, named as users meet it
    """The operating system keeps no secrets for this user now; a passphrase is needed instead."""


class Keychain:
    """The user's keychain, with one entry for each name under the service "Samverkan".

    Every method may wait for the user to unlock the keychain and must not be called on the GUI thread.
    """

    def unavailable(self) -> str | None:
        """Why no secret can be kept here, as Swedish sentences, or None if one can."""
        try:
            self._service()
        except KeychainUnavailable as reason:
            return str(reason)
        return None

    def read(self, name: str) -> str | None:
        """The secret kept under a name, or None if there is none.

        Raises:
            KeychainUnavailable: There is no keychain, or the user left it locked.
        """
        service = self._service()
        return _asked(lambda: service.get_password(SERVICE, name))

    def write(self, name: str, secret: str) -> None:
        """Keep a secret, in place of an earlier one, and make sure that it is kept.

        Args:
            name: The register's id.
            secret: At most 1 280 characters, which is what Windows holds.

        Raises:
            KeychainUnavailable: The secret was not kept.
        """
        service = self._service()
        _asked(lambda: service.set_password(SERVICE, name, secret))
        kept = _asked(lambda: service.get_password(SERVICE, name))
        if kept is None or not hmac.compare_digest(kept.encode(), secret.encode()):
            _log.error("the keychain %s did not give back what it was given", type(service).__module__)
            raise KeychainUnavailable("Datorns nyckelring sparade inte nyckeln.", _INSTEAD)

    def forget(self, name: str) -> None:
        """Remove the secret kept under a name; nothing happens if there is none.

        Raises:
            KeychainUnavailable: There is no keychain, or the user left it locked.
        """
        service = self._service()
        if _asked(lambda: service.get_password(SERVICE, name)) is not None:
            _asked(lambda: service.delete_password(SERVICE, name))

    def _service(self) -> _Service:
        """The best of the allowed services that answers; asked anew each time, since it may come and go."""
        candidates = [_backend(name) for name in _SERVICES.get(sys.platform, ())]
        answering = [kind for kind in candidates if kind.viable]
        if not answering:
            raise KeychainUnavailable("Datorn har ingen nyckelring som Samverkan kan använda.", _INSTEAD)
        service = max(answering, key=lambda kind: kind.priority)()
        if sys.platform == "win32":
            service.persist = "local machine"  # a key for a file of this computer has no business on others
        return service


def _backend(name: str) -> _Kind:
    module, _, kind = name.partition(".")
    return cast("_Kind", getattr(import_module(f"keyring.backends.{module}"), kind))


def _asked(question: Callable[[], _Answer]) -> _Answer:
    """The keychain's answer; what it raises becomes one kind of error, which never quotes a secret."""
    from keyring.errors import KeyringLocked

    try:
        return question()
    except KeyringLocked:
        raise KeychainUnavailable(
            "Datorns nyckelring är låst.", "Lås upp den och försök igen, eller ange en lösenfras i stället."
        ) from None
    except Exception as error:  # noqa: BLE001 - below keyring each platform raises kinds of its own
        _log.warning("the keychain failed with %s", type(error).__qualname__)
        raise KeychainUnavailable("Datorns nyckelring svarade inte.", _INSTEAD) from None
