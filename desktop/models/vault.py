"""The vault: the key of the register, wrapped once for every way the user has to open it.

The key itself is random and never changes; changing a passphrase rewrites only the vault. It is also what tells a
wrong passphrase from a damaged file: the database alone says the same of both.
"""

import json
import secrets
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, Self
from unicodedata import normalize
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.domain.identity import new_id
from desktop.errors import InputError, StoreError
from desktop.models.durable import write_durably
from desktop.paths import private_folder

PASSPHRASE_SHORTEST = 12
"""The fewest characters of a passphrase."""

_KEY_LENGTH = 32
_NONCE_LENGTH = 12
_FORMAT = 1
_COSTLIEST = (1024 * 1024, 16, 16)
"""The most memory in KiB, passes and lanes."""


class Slot(StrEnum):
    """A way to open the register.

    ``SAMPLE`` is for the sample register alone: its secret lies openly in the vault, because what it would protect
    is shipped with the program.
    """

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - its name, not the secret
    RECOVERY = "recovery"
    SAMPLE = "sample"


class WrongSecret(StoreError):  # noqa: N818 - what happened, named as the user meets it
    """The vault is sound, but this does not open it."""


@dataclass(frozen=True, slots=True)
class Stretching:
    """How a passphrase is made slow to guess: Argon2id (RFC 9106), about 0.6 s on an office computer."""

    salt: bytes
    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 1

    def __post_init__(self) -> None:
        """Refuse what no vault of ours asks for, before it costs all memory of the computer."""
        costs = (self.memory_kib, self.passes, self.lanes)
        if not all(0 < cost <= most for cost, most in zip(costs, _COSTLIEST, strict=True)):
            raise ValueError("costs out of bounds")

    def stretch(self, passphrase: str) -> bytes:
        """The 32 bytes the passphrase stands for."""
        from argon2.low_level import Type, hash_secret_raw

        return hash_secret_raw(
            normalize("NFC", passphrase).encode(),
            self.salt,
            time_cost=self.passes,
            memory_cost=self.memory_kib,
            parallelism=self.lanes,
            hash_len=_KEY_LENGTH,
            type=Type.ID,
        )


@dataclass(frozen=True, slots=True)
class _Wrapped:
    """The key as one slot holds it. ``open_secret`` is set in the sample slot alone."""

    nonce: bytes
    wrapped: bytes
    stretching: Stretching | None = None
    open_secret: str = ""


@dataclass(frozen=True, slots=True)
class Vault:
    """What ``vault.json`` holds: which register it belongs to and the key in each slot."""

    path: Path
    register_id: UUID
    _slots: dict[Slot, _Wrapped]

    @classmethod
    def create(cls, path: Path, slot: Slot, secret: str) -> "tuple[Vault, bytes]":
        """Make a vault with a new random key for a new register.

        Args:
            path: Where; its folder is made if missing.
            slot: The first way to open it.
            secret: For the keyring, one that ``new_secret`` made; for a passphrase what the user typed.

        Returns:
            The vault and the key.

        Raises:
            InputError: The passphrase is too short.
            StoreError: There is a vault already, or it could not be written.
        """
        if path.exists():
            raise StoreError("Det finns redan ett register i mappen.", "Öppna det, eller välj en annan mapp.")
        vault = cls(path, new_id(), {})
        key = secrets.token_bytes(_KEY_LENGTH)
        return vault.add_slot(slot, secret, key), key

    @classmethod
    def create_sample(cls, path: Path) -> "tuple[Vault, bytes]":
        """Make the vault of a sample register, which anyone can open.

        Raises:
            StoreError: As for ``create``.
        """
        return cls.create(path, Slot.SAMPLE, new_secret())

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a vault; nothing is unlocked.

        Raises:
            StoreError: It is missing, unreadable or damaged.
        """
        try:
            content = path.read_bytes()
        except OSError as error:
            raise StoreError(
                "Registrets nyckelfil kunde inte läsas.", "Kontrollera att mappen finns och att du har rättigheter."
            ) from error
        try:
            return cls(path, *_parsed(content))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise StoreError("Registrets nyckelfil är skadad.", "Återställ den senaste säkerhetskopian.") from error

    @property
    def slots(self) -> frozenset[Slot]:
        """The ways it can be opened."""
        return frozenset(self._slots)

    @property
    def is_sample(self) -> bool:
        """Whether anyone can open it, because it belongs to a sample register."""
        return Slot.SAMPLE in self._slots

    def unlock(self, slot: Slot, secret: str) -> bytes:
        """The key of the register. With a passphrase this takes about 0.6 s.

        Raises:
            WrongSecret: The secret does not open the slot.
            StoreError: The vault has no such slot.
        """
        if slot not in self._slots:
            raise StoreError("Registret kan inte öppnas på det sättet.")
        held = self._slots[slot]
        try:
            wrapping = AESGCM(_wrapping_key(secret, held.stretching))
            return wrapping.decrypt(held.nonce, held.wrapped, self._bound_to(slot))
        except (InvalidTag, ValueError):
            raise _wrong(slot) from None

    def unlock_sample(self) -> bytes:
        """The key of a sample register.

        Raises:
            StoreError: It is no sample register.
        """
        held = self._slots.get(Slot.SAMPLE)
        return self.unlock(Slot.SAMPLE, held.open_secret if held else "")

    def add_slot(self, slot: Slot, secret: str, key: bytes) -> "Vault":
        """The vault with one more way to open it, or another secret for one it had; written at once.

        Raises:
            InputError: The passphrase is too short.
            StoreError: It could not be written.
        """
        stretching = None
        if slot is Slot.PASSPHRASE:
            if len(secret.strip()) < PASSPHRASE_SHORTEST:
                raise InputError(
                    f"Lösenfrasen ska ha minst {PASSPHRASE_SHORTEST} tecken.", "Skriv till exempel fyra ord."
                )
            stretching = Stretching(secrets.token_bytes(16))
        nonce = secrets.token_bytes(_NONCE_LENGTH)
        wrapped = AESGCM(_wrapping_key(secret, stretching)).encrypt(nonce, key, self._bound_to(slot))
        held = _Wrapped(nonce, wrapped, stretching, secret if slot is Slot.SAMPLE else "")
        return self._written({**self._slots, slot: held})

    def remove_slot(self, slot: Slot) -> "Vault":
        """The vault without one of the ways to open it; written at once.

        Raises:
            StoreError: It is the last one, or the vault could not be written.
        """
        rest = {other: held for other, held in self._slots.items() if other is not slot}
        if not rest:
            raise StoreError("Registret måste kunna öppnas på något sätt.", "Lägg till ett annat sätt först.")
        return self._written(rest)

    def _bound_to(self, slot: Slot) -> bytes:
        """What the wrapped key is bound to, so that slots cannot be swapped, nor moved between vaults."""
        return json.dumps([_FORMAT, self.register_id.hex, slot]).encode()

    def _written(self, slots: dict[Slot, _Wrapped]) -> "Vault":
        vault = replace(self, _slots=slots)
        body = {
            "format": _FORMAT,
            "register": self.register_id.hex,
            "slots": {
                slot: {
                    "nonce": held.nonce.hex(),
                    "wrapped": held.wrapped.hex(),
                    "stretching": _stretching_out(held.stretching),
                    "open_secret": held.open_secret,
                }
                for slot, held in slots.items()
            },
        }
        content = json.dumps({"body": body, "checksum": _checksum(body)}, indent=1).encode()
        try:
            private_folder(self.path.parent)
            write_durably(self.path, content)
        except OSError as error:
            raise StoreError(
                "Registrets nyckelfil kunde inte sparas.",
                "Kontrollera att disken har plats och att du har rättigheter.",
            ) from error
        return vault


def new_secret() -> str:
    """A random secret of 256 bits, for the keychain to keep."""
    return secrets.token_hex(_KEY_LENGTH)


def _wrapping_key(secret: str, stretching: Stretching | None) -> bytes:
    if stretching is not None:
        return stretching.stretch(secret)
    key = bytes.fromhex(secret)
    if len(key) != _KEY_LENGTH:
        raise ValueError("not one of our secrets")
    return key


def _wrong(slot: Slot) -> WrongSecret:
    if slot is Slot.PASSPHRASE:
        return WrongSecret("Lösenfrasen är fel.", "Försök igen.")
    return WrongSecret(
        "Nyckelringens hemlighet hör inte till det här registret.", "Öppna registret med lösenfras, om det har en."
    )


def _checksum(body: dict[str, Any]) -> str:
    """Finds damage, not attacks: what it covers is protected by the wrapping."""
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _stretching_out(stretching: Stretching | None) -> dict[str, Any] | None:
    if stretching is None:
        return None
    return {
        "salt": stretching.salt.hex(),
        "memory_kib": stretching.memory_kib,
        "passes": stretching.passes,
        "lanes": stretching.lanes,
    }


def _parsed(content: bytes) -> tuple[UUID, dict[Slot, _Wrapped]]:
    whole = json.loads(content)
    body = whole["body"]
    if body["format"] != _FORMAT or whole["checksum"] != _checksum(body):
        raise ValueError("another format, or damaged")
    slots = {Slot(name): _held(held) for name, held in body["slots"].items()}
    if not slots:
        raise ValueError("no slot")
    return UUID(body["register"]), slots


def _held(held: dict[str, Any]) -> _Wrapped:
    stretching = held["stretching"]
    return _Wrapped(
        bytes.fromhex(held["nonce"]),
        bytes.fromhex(held["wrapped"]),
        None if stretching is None else Stretching(bytes.fromhex(stretching.pop("salt")), **stretching),
        held["open_secret"],
    )
