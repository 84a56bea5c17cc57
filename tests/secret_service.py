"""A real Secret Service for the tests that need one: a D-Bus of its own with gnome-keyring on it, unlocked."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from jeepney import MatchRule, message_bus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

_NAME = "org.freedesktop.secrets"
_PROGRAMS = ("dbus-daemon", "gnome-keyring-daemon")

# No service folder: the bus starts nothing by itself, so that what answers is the daemon started here.
_BUS = """
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@pytest.fixture
def secret_service(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a D-Bus with an unlocked, empty keyring; it is also the session bus of the test."""
    missing = [program for program in _PROGRAMS if not shutil.which(program)]
    if missing:
        reason = f"a real keyring needs {' and '.join(missing)}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("keyring")
    with _bus(folder) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with _keyring(folder, address):
            yield address


@pytest.fixture
def empty_bus(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a D-Bus that nobody keeps secrets on."""
    if not shutil.which("dbus-daemon"):
        pytest.skip("a real bus needs dbus-daemon")
    with _bus(tmp_path_factory.mktemp("bus")) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@contextmanager
def _bus(folder: Path) -> Iterator[str]:
    settings = folder / "bus.conf"
    settings.write_text(_BUS.format(folder=folder), encoding="utf-8")
    command = ["dbus-daemon", "--nofork", "--nosyslog", "--nopidfile", "--print-address", f"--config-file={settings}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@contextmanager
def _keyring(folder: Path, address: str) -> Iterator[None]:
    command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    places = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
    env = os.environ | dict.fromkeys(places, str(folder)) | {"DBUS_SESSION_BUS_ADDRESS": address}
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with (
        closing(open_dbus_connection(address)) as bus,
        subprocess.Popen(command, stdin=subprocess.PIPE, env=env, **silent) as daemon,
    ):
        assert daemon.stdin
        daemon.stdin.write(b"passphrase of the test")  # without a line end, which would belong to it
        daemon.stdin.close()
        try:
            _wait_for_owner(bus)
            yield
        finally:
            daemon.terminate()


def _wait_for_owner(bus: DBusConnection) -> None:
    rule = MatchRule(type="signal", interface=message_bus.interface, member="NameOwnerChanged")
    rule.add_arg_condition(0, _NAME)
    driver = Proxy(message_bus, bus)
    with bus.filter(rule) as news:
        driver.AddMatch(rule)
        if not driver.NameHasOwner(_NAME)[0]:
            bus.recv_until_filtered(news, timeout=20)
