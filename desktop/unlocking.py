"""Gets the key of the register: from the operating system's keychain, from a passphrase, or for the sample."""

from dataclasses import dataclass

from desktop.errors import StoreError
from desktop.models.vault import Slot, Vault, WrongSecret, new_secret
from desktop.paths import Paths


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """The key of a register, and what protects it."""

    secret: bytes
    protection: Slot


@dataclass(frozen=True, slots=True)
class PassphraseWanted:
    """The register needs a passphrase: why, and whether it is to be chosen for a new register."""

    reason: str
    is_new: bool


class Unlocking:
    """Opens the vault of one register, or makes a new one.

    Args:
        paths: Where the register lies.
        sample: Whether it is the sample register, which anyone can open.
    """

    def __init__(self, paths: Paths, *, sample: bool = False) -> None:
        self._paths = paths
        self._sample = sample

    def unlock(self) -> Key | PassphraseWanted:
        """The key, without asking, or why a passphrase is needed. A new register gets a new key.

        Raises:
            StoreError: The folder or the vault cannot be used; the sentence says why.
        """
        self._prepare_folder()
        if not self._paths.vault.exists():
            return self._begin()
        vault = Vault.read(self._paths.vault)
        if vault.is_sample:
            return Key(vault.unlock_sample(), Slot.SAMPLE)
        if Slot.KEYRING in vault.slots:
            return self._with_keychain(vault)
        return PassphraseWanted("Registret är skyddat med en lösenfras.", is_new=False)

    def unlock_with(self, passphrase: str) -> Key:
        """The key that a passphrase protects, or a new one for a new register.

        Raises:
            InputError: A new passphrase is too short.
            StoreError: The passphrase is wrong, or the vault cannot be used.
        """
        if self._paths.vault.exists():
            return Key(Vault.read(self._paths.vault).unlock(Slot.PASSPHRASE, passphrase), Slot.PASSPHRASE)
        _, secret = Vault.create(self._paths.vault, Slot.PASSPHRASE, passphrase)
        return Key(secret, Slot.PASSPHRASE)

    def _prepare_folder(self) -> None:
        try:
            self._paths.prepare()
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

    def _begin(self) -> Key | PassphraseWanted:
        """Make a vault for a new register. A register whose vault is lost is never overwritten."""
        if self._paths.database.exists():
            raise StoreError(
                "Registrets nyckelfil saknas, så registret kan inte öppnas.",
                f"Lägg tillbaka {self._paths.vault.name} i {self._paths.data_dir}.",
            )
        if self._sample:
            _, secret = Vault.create_sample(self._paths.vault)
            return Key(secret, Slot.SAMPLE)
        from desktop.keychain import Keychain, KeychainUnavailable

        keychain = Keychain()
        if reason := keychain.unavailable():
            return PassphraseWanted(reason, is_new=True)
        wrapping = new_secret()
        vault, secret = Vault.create(self._paths.vault, Slot.KEYRING, wrapping)
        try:
            keychain.write(str(vault.register_id), wrapping)
        except KeychainUnavailable as reason:
            self._paths.vault.unlink()
            return PassphraseWanted(str(reason), is_new=True)
        return Key(secret, Slot.KEYRING)

    def _with_keychain(self, vault: Vault) -> Key | PassphraseWanted:
        from desktop.keychain import Keychain, KeychainUnavailable

        has_passphrase = Slot.PASSPHRASE in vault.slots
        try:
            wrapping = Keychain().read(str(vault.register_id))
        except KeychainUnavailable as reason:
            if has_passphrase:
                return PassphraseWanted(str(reason), is_new=False)
            raise StoreError(
                f"{reason.what} Registrets nyckel ligger där, så registret kan inte öppnas nu.",
                "Lås upp eller starta nyckelringen och försök igen.",
            ) from reason
        if wrapping is None:
            if has_passphrase:
                return PassphraseWanted("Registrets nyckel finns inte i datorns nyckelring.", is_new=False)
            raise StoreError(
                "Registrets nyckel finns inte i datorns nyckelring, så registret kan inte öppnas.",
                "Öppna det på den dator och med den användare där det skapades.",
            )
        try:
            return Key(vault.unlock(Slot.KEYRING, wrapping), Slot.KEYRING)
        except WrongSecret:
            if has_passphrase:
                return PassphraseWanted("Nyckeln i datorns nyckelring hör inte till registret.", is_new=False)
            raise
