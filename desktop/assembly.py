"""Opens the register and builds everything that works on it; called after the window is on screen."""

import getpass
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop import logs
from desktop.errors import StoreError
from desktop.keychain import Keychain, KeychainUnavailable
from desktop.models.database import Database
from desktop.models.vault import Slot, Vault, WrongSecret, new_secret
from desktop.paths import Paths
from desktop.services.agendas import Agendas
from desktop.services.agreements import Agreements
from desktop.services.contacts import Contacts
from desktop.services.documents import Documents
from desktop.services.history import History
from desktop.services.imports import Imports
from desktop.services.matters import Matters
from desktop.services.meetings import Meetings

if TYPE_CHECKING:
    import logging


@dataclass(frozen=True, slots=True)
class Services:
    """What one can do with an open register."""

    database: Database
    protection: Slot
    agreements: Agreements
    contacts: Contacts
    matters: Matters
    meetings: Meetings
    agendas: Agendas
    imports: Imports
    documents: Documents
    history: History


@dataclass(frozen=True, slots=True)
class PassphraseWanted:
    """The register needs a passphrase: why, and whether it is to be chosen for a new register."""

    reason: str
    is_new: bool


class Assembly:
    """Opens one register: with the operating system's keychain, or else with a passphrase.

    Args:
        paths: Where the register lies.
        keychain: Where its key is kept.
        sample: Whether it is the sample register, made and filled when it is missing; anyone can open that.
    """

    def __init__(self, paths: Paths, keychain: Keychain, *, sample: bool = False) -> None:
        self._paths = paths
        self._keychain = keychain
        self._sample = sample
        self._log: logging.Handler | None = None

    def close(self) -> None:
        """End the log."""
        if self._log is not None:
            logs.stop(self._log)
            self._log = None

    def open(self) -> Services | PassphraseWanted:
        """Open the register without asking, or say why a passphrase is needed.

        Raises:
            StoreError: The register or its vault cannot be used; the sentence says why.
        """
        self._prepare_folder()
        if not self._paths.vault.exists():
            return self._begin()
        vault = Vault.read(self._paths.vault)
        if vault.is_sample:
            return self._services(vault.unlock_sample(), Slot.SAMPLE)
        if Slot.KEYRING in vault.slots:
            return self._open_with_keychain(vault)
        return PassphraseWanted("Registret är skyddat med en lösenfras.", is_new=False)

    def open_with(self, passphrase: str) -> Services:
        """Open the register with a passphrase, or make a new one that the passphrase protects.

        Raises:
            InputError: A new passphrase is too short.
            StoreError: The passphrase is wrong, or the register cannot be used.
        """
        if self._paths.vault.exists():
            key = Vault.read(self._paths.vault).unlock(Slot.PASSPHRASE, passphrase)
        else:
            _, key = Vault.create(self._paths.vault, Slot.PASSPHRASE, passphrase)
        return self._services(key, Slot.PASSPHRASE)

    def _prepare_folder(self) -> None:
        try:
            self._paths.prepare()
            self._log = self._log or logs.start(self._paths.logs)
        except PermissionError as error:
            raise StoreError(
                f"Mappen {self._paths.data_dir} är öppen för andra och innehåller annat än Samverkans filer.",
                "Välj en egen mapp för registret.",
            ) from error
        except OSError as error:
            raise StoreError(
                f"Mappen {self._paths.data_dir} går inte att använda: {error.strerror or 'okänt fel'}.",
                "Välj en annan mapp med --data-dir.",
            ) from error

    def _begin(self) -> Services | PassphraseWanted:
        """Make a new register. One whose vault is lost is never overwritten."""
        if self._paths.database.exists():
            raise StoreError(
                "Registrets nyckelfil saknas, så registret kan inte öppnas.",
                f"Lägg tillbaka {self._paths.vault.name} i {self._paths.data_dir}.",
            )
        if self._sample:
            return self._sample_register()
        if reason := self._keychain.unavailable():
            return PassphraseWanted(reason, is_new=True)
        secret = new_secret()
        vault, key = Vault.create(self._paths.vault, Slot.KEYRING, secret)
        try:
            self._keychain.write(str(vault.register_id), secret)
        except KeychainUnavailable as reason:
            self._paths.vault.unlink()
            return PassphraseWanted(str(reason), is_new=True)
        return self._services(key, Slot.KEYRING)

    def _sample_register(self) -> Services:
        from desktop.services.sample import fill

        _, key = Vault.create_sample(self._paths.vault)
        return self._services(key, Slot.SAMPLE, fill)

    def _open_with_keychain(self, vault: Vault) -> Services | PassphraseWanted:
        has_passphrase = Slot.PASSPHRASE in vault.slots
        try:
            secret = self._keychain.read(str(vault.register_id))
        except KeychainUnavailable as reason:
            if has_passphrase:
                return PassphraseWanted(str(reason), is_new=False)
            raise StoreError(
                f"{reason.what} Registrets nyckel ligger där, så registret kan inte öppnas nu.",
                "Lås upp eller starta nyckelringen och försök igen.",
            ) from reason
        if secret is None:
            if has_passphrase:
                return PassphraseWanted("Registrets nyckel finns inte i datorns nyckelring.", is_new=False)
            raise StoreError(
                "Registrets nyckel finns inte i datorns nyckelring, så registret kan inte öppnas.",
                "Öppna det på den dator och med den användare där det skapades.",
            )
        try:
            key = vault.unlock(Slot.KEYRING, secret)
        except WrongSecret:
            if has_passphrase:
                return PassphraseWanted("Nyckeln i datorns nyckelring hör inte till registret.", is_new=False)
            raise
        return self._services(key, Slot.KEYRING)

    def _services(self, key: bytes, protection: Slot, fill: Callable[[Database], None] | None = None) -> Services:
        database = Database.open(self._paths.database, key, getpass.getuser(), copies=self._paths.copies)
        if fill is not None:  # before history listens, so that undo does not empty the sample
            fill(database)
        return Services(
            database=database,
            protection=protection,
            agreements=Agreements(database),
            contacts=Contacts(database),
            matters=Matters(database),
            meetings=Meetings(database),
            agendas=Agendas(database),
            imports=Imports(database),
            documents=Documents(database),
            history=History(database),
        )
