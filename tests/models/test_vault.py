"""The key opens for who has the secret, and for nobody else."""

import json
import stat
from functools import partial
from pathlib import Path

import pytest

from desktop.errors import InputError, StoreError
from desktop.models import durable, vault
from desktop.models.vault import Slot, Stretching, Vault, WrongSecret, new_secret

PHRASE = "fyra ord på svenska"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "Stretching", partial(Stretching, memory_kib=64, passes=1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "vault.json"


def test_the_keyrings_secret_opens(path: Path) -> None:
    secret = new_secret()
    _, key = Vault.create(path, Slot.KEYRING, secret)
    assert len(key) == 32
    assert Vault.read(path).unlock(Slot.KEYRING, secret) == key
    assert len(bytes.fromhex(secret)) == 32


@pytest.mark.parametrize("secret", ["ab" * 32, "", "inte hexadecimalt", "ab" * 16])
def test_another_secret_does_not(path: Path, secret: str) -> None:
    Vault.create(path, Slot.KEYRING, new_secret())
    with pytest.raises(WrongSecret, match="Nyckelringens"):
        Vault.read(path).unlock(Slot.KEYRING, secret)


def test_the_passphrase_opens_however_it_is_composed(path: Path) -> None:
    _, key = Vault.create(path, Slot.PASSPHRASE, "på åtta öar äts ål")
    assert Vault.read(path).unlock(Slot.PASSPHRASE, "pa\u030a a\u030atta o\u0308ar a\u0308ts a\u030al") == key
    with pytest.raises(WrongSecret, match="Lösenfrasen är fel"):
        Vault.read(path).unlock(Slot.PASSPHRASE, "pa atta oar ats al")


def test_a_short_passphrase_is_refused(path: Path) -> None:
    with pytest.raises(InputError, match="minst 12 tecken"):
        Vault.create(path, Slot.PASSPHRASE, "   kort     ")
    assert not path.exists()


def test_a_new_passphrase_replaces_the_old_and_leaves_the_key(path: Path) -> None:
    made, key = Vault.create(path, Slot.PASSPHRASE, PHRASE)
    made.add_slot(Slot.PASSPHRASE, "en helt annan fras", key)
    read = Vault.read(path)
    assert read.unlock(Slot.PASSPHRASE, "en helt annan fras") == key
    with pytest.raises(WrongSecret):
        read.unlock(Slot.PASSPHRASE, PHRASE)


def test_every_slot_opens_the_same(path: Path) -> None:
    secret = new_secret()
    made, key = Vault.create(path, Slot.PASSPHRASE, PHRASE)
    made.add_slot(Slot.KEYRING, secret, key)
    read = Vault.read(path)
    assert read.slots == {Slot.PASSPHRASE, Slot.KEYRING}
    assert read.unlock(Slot.PASSPHRASE, PHRASE) == read.unlock(Slot.KEYRING, secret) == key
    left = read.remove_slot(Slot.PASSPHRASE)
    assert Vault.read(path).slots == left.slots == {Slot.KEYRING}
    with pytest.raises(StoreError, match="på något sätt"):
        left.remove_slot(Slot.KEYRING)
    with pytest.raises(StoreError, match="på det sättet"):
        left.unlock(Slot.PASSPHRASE, PHRASE)


def test_a_slot_of_another_register_does_not_open(path: Path, tmp_path: Path) -> None:
    secret = new_secret()
    Vault.create(path, Slot.KEYRING, secret)
    other = tmp_path / "other.json"
    Vault.create(other, Slot.KEYRING, secret)
    _tamper(path, lambda body: body.update(slots=json.loads(other.read_text())["body"]["slots"]))
    with pytest.raises(WrongSecret):
        Vault.read(path).unlock(Slot.KEYRING, secret)


def test_a_slot_does_not_open_as_another(path: Path) -> None:
    secret = new_secret()
    Vault.create(path, Slot.KEYRING, secret)
    _tamper(path, lambda body: body["slots"].update(sample=body["slots"].pop("keyring") | {"open_secret": secret}))
    with pytest.raises(WrongSecret):
        Vault.read(path).unlock_sample()


def test_stretching_cannot_be_weakened(path: Path) -> None:
    Vault.create(path, Slot.PASSPHRASE, PHRASE)
    _tamper(path, lambda body: body["slots"]["passphrase"]["stretching"].update(passes=2))
    with pytest.raises(WrongSecret):
        Vault.read(path).unlock(Slot.PASSPHRASE, PHRASE)


@pytest.mark.parametrize("memory_kib", [2**40, -1, "x", None])
def test_a_vault_that_asks_for_too_much_is_damaged(path: Path, memory_kib: object) -> None:
    Vault.create(path, Slot.PASSPHRASE, PHRASE)
    _tamper(path, lambda body: body["slots"]["passphrase"]["stretching"].update(memory_kib=memory_kib))
    with pytest.raises(StoreError, match="skadad"):
        Vault.read(path)


def test_damage_is_told_from_a_wrong_secret(path: Path) -> None:
    Vault.create(path, Slot.PASSPHRASE, PHRASE)
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        damaged = bytearray(whole)
        damaged[place] ^= 0x01
        path.write_bytes(damaged)
        try:
            opened = Vault.read(path)
        except StoreError as error:
            assert not isinstance(error, WrongSecret)  # noqa: PT017
            assert "skadad" in str(error)  # noqa: PT017
        else:  # white space, or a letter of a hexadecimal number in the other case
            assert opened.unlock(Slot.PASSPHRASE, PHRASE)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"body": {}, "checksum": ""}'])
def test_what_is_no_vault_is_told(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreError, match="skadad"):
        Vault.read(path)


def test_a_missing_vault_is_told(path: Path) -> None:
    with pytest.raises(StoreError, match="kunde inte läsas"):
        Vault.read(path)


def test_a_vault_is_never_overwritten_by_a_new_one(path: Path) -> None:
    Vault.create(path, Slot.KEYRING, new_secret())
    with pytest.raises(StoreError, match="redan ett register"):
        Vault.create(path, Slot.KEYRING, new_secret())


def test_the_sample_register_opens_for_anyone_and_says_so(path: Path) -> None:
    _, key = Vault.create_sample(path)
    assert Vault.read(path).unlock_sample() == key
    assert Vault.read(path).is_sample


def test_a_real_register_does_not(path: Path) -> None:
    Vault.create(path, Slot.KEYRING, new_secret())
    assert not Vault.read(path).is_sample
    with pytest.raises(StoreError):
        Vault.read(path).unlock_sample()


def test_the_file_shows_no_secret_and_is_the_users_alone(path: Path) -> None:
    secret = new_secret()
    made, key = Vault.create(path, Slot.KEYRING, secret)
    made.add_slot(Slot.PASSPHRASE, PHRASE, key)
    content = path.read_text()
    assert key.hex() not in content
    assert secret not in content
    assert PHRASE not in content
    assert [file.name for file in path.parent.iterdir()] == ["vault.json"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_what_lies_in_the_way_does_not_open_the_vault_to_others(path: Path) -> None:
    path.parent.mkdir()
    part = durable.part_of(path)
    part.touch()
    part.chmod(0o644)
    Vault.create(path, Slot.KEYRING, new_secret())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_full_disk_leaves_the_vault_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = new_secret()
    made, key = Vault.create(path, Slot.KEYRING, secret)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(durable.os, "fsync", full)
        with pytest.raises(StoreError, match="kunde inte sparas"):
            made.add_slot(Slot.PASSPHRASE, PHRASE, key)
    assert Vault.read(path).slots == {Slot.KEYRING}
    assert Vault.read(path).unlock(Slot.KEYRING, secret) == key


def test_the_real_stretching_is_costly() -> None:
    real = Stretching(b"0" * 16)
    assert real.memory_kib * real.passes >= 512 * 1024
    assert len(real.stretch(PHRASE)) == 32


def _tamper(path: Path, change: object) -> None:
    whole = json.loads(path.read_text())
    change(whole["body"])
    whole["checksum"] = vault._checksum(whole["body"])
    path.write_text(json.dumps(whole))
