import threading

import keyring
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from keyring.backends import SecretService
from keyring.errors import KeyringLocked, PasswordSetError

from desktop.errors import AppError
from desktop.keychain import SERVICE, Keychain, KeychainUnavailable

KEY = "6f" * 32


@pytest.mark.usefixtures("secret_service")
def test_what_is_written_is_read_back_until_it_is_forgotten():
    keychain = Keychain()
    assert keychain.unavailable() is None
    assert keychain.read("register") is None
    keychain.write("register", KEY)
    keychain.write("another", "00")
    assert keychain.read("register") == KEY
    keychain.write("register", "ff" * 32)
    assert keychain.read("register") == "ff" * 32
    keychain.forget("register")
    assert keychain.read("register") is None
    assert keychain.read("another") == "00"
    keychain.forget("register")


@pytest.mark.usefixtures("secret_service")
def test_the_entry_is_found_by_the_service_s_own_means_under_the_program_s_name():
    Keychain().write("register", KEY)
    assert SecretService.Keyring().get_password("Samverkan", "register") == KEY
    assert SERVICE == "Samverkan"


@pytest.mark.usefixtures("secret_service")
def test_any_text_survives():
    keychain = Keychain()

    @hypothesis_settings(max_examples=20)
    @given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=64))
    def survives(secret: str):
        keychain.write("register", secret)
        assert keychain.read("register") == secret

    survives()


@pytest.mark.usefixtures("secret_service")
def test_it_works_off_the_main_thread():
    found: list[str | None] = []

    def work():
        Keychain().write("register", KEY)
        found.append(Keychain().read("register"))

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert found == [KEY]


def _assert_unavailable(keychain: Keychain):
    reason = keychain.unavailable()
    assert reason is not None
    assert "nyckelring" in reason
    for use in (
        lambda: keychain.read("register"),
        lambda: keychain.write("register", KEY),
        lambda: keychain.forget("register"),
    ):
        with pytest.raises(KeychainUnavailable) as told:
            use()
        assert str(told.value) == reason
        assert isinstance(told.value, AppError)


def test_without_a_bus_it_says_why():
    _assert_unavailable(Keychain())


@pytest.mark.usefixtures("empty_bus")
def test_without_a_secret_service_it_says_why():
    _assert_unavailable(Keychain())


def test_a_plain_store_that_the_user_s_configuration_names_is_never_used(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    keyring.core.init_backend()
    assert type(keyring.get_keyring()).__module__ == "keyring.backends.null"
    _assert_unavailable(Keychain())


@pytest.mark.parametrize(
    ("raised", "sentence"),
    [
        (KeyringLocked(KEY), "Datorns nyckelring är låst."),
        (PasswordSetError(KEY), "Datorns nyckelring svarade inte."),
        (ConnectionResetError(KEY), "Datorns nyckelring svarade inte."),
    ],
)
@pytest.mark.usefixtures("secret_service")
def test_a_failing_service_becomes_a_sentence_without_the_secret(monkeypatch, log_book, raised, sentence):
    def fails(*_: object):
        raise raised

    monkeypatch.setattr(SecretService.Keyring, "set_password", fails)
    with pytest.raises(KeychainUnavailable) as told:
        Keychain().write("register", KEY)
    assert told.value.what == sentence
    assert KEY not in str(told.value)
    assert told.value.__suppress_context__
    if not isinstance(raised, KeyringLocked):
        log_book.expect(f"the keychain failed with {type(raised).__name__}")


@pytest.mark.usefixtures("secret_service")
def test_a_service_that_drops_what_it_is_given_is_found_out(monkeypatch, log_book):
    monkeypatch.setattr(SecretService.Keyring, "set_password", lambda *_: None)
    with pytest.raises(KeychainUnavailable, match="sparade inte"):
        Keychain().write("register", KEY)
    log_book.expect("did not give back")
