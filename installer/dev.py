#!/usr/bin/env python3
"""Set up and use a source checkout.

  python3 installer/dev.py run [--demo ...]   start the program
  python3 installer/dev.py test [...]         run its tests

The first use makes .venv with the locked and hash-checked dependencies, and sees to the system libraries that
Qt needs: as root or with sudo they are installed, otherwise the command that does it is printed. What follows
the verb is handed on to the program or to pytest. Nothing but Python 3.11 or later is needed to begin.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

MINIMUM = (3, 11)
if sys.version_info < MINIMUM:  # before anything below, so that an old Python gets this far
    sys.exit(
        "Samverkan needs Python {}.{} or later, and this is {} ({}).\n"
        "Debian 12, Ubuntu 24.04 and later have it; start this file with that one.".format(
            *MINIMUM, sys.version.split()[0], sys.executable
        )
    )

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "installer" / "requirements-dev.lock"
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
STAMP = ENVIRONMENT / "installed-from"

# Library name: package in Debian and Ubuntu, package in Fedora and Red Hat.
QT_LIBRARIES = {
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
}
SCREEN_LIBRARIES = {
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor"),
}
# Program: the same, for tests that use a real keyring; without it they are skipped.
KEYRING_PROGRAMS = {
    "dbus-daemon": ("dbus-daemon", "dbus-daemon"),
    "gnome-keyring-daemon": ("gnome-keyring", "gnome-keyring"),
}
# File: the same, for veraPDF, which only continuous integration asks for (CI=true).
PDF_CHECKER_FILES = {
    "/usr/bin/javac": ("default-jdk-headless", "java-latest-openjdk-devel"),
    "/usr/share/java/jaxb-runtime.jar": ("libjaxb-java", "jaxb-impl"),
}
# Tool: what it is told to install with, and which of the names above it knows.
PACKAGE_TOOLS = {
    "apt-get": (["apt-get", "install", "--yes", "--no-install-recommends"], 0),
    "dnf": (["dnf", "install", "--assumeyes"], 1),
}


class Unable(Exception):  # noqa: N818 - it says what could not be done
    """What is missing, and what the person at the keyboard can do about it."""


def say(*words: object) -> None:
    """Tell the person at the keyboard; standard output belongs to what is started."""
    print("dev:", *words, file=sys.stderr, flush=True)


def is_root() -> bool:
    """Whether packages can be installed without asking."""
    return sys.platform != "win32" and os.geteuid() == 0


def loads(library: str) -> bool:
    """Whether the system finds a library; asked before Qt is, whose own message names a plug-in instead."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install(packages: "list[tuple[str, str]]", why: str) -> None:
    """Install system packages, given as the pairs of names in the tables above.

    Raises:
        Unable: It is not allowed or did not succeed; the message holds the command.
    """
    say(why)
    tool = next((tool for tool in PACKAGE_TOOLS if shutil.which(tool)), None)
    if tool is None:
        raise Unable(f"{why}\nInstall what your system calls: " + " ".join(sorted({pair[0] for pair in packages})))
    command, known_as = PACKAGE_TOOLS[tool]
    command = command + sorted({pair[known_as] for pair in packages})
    may_ask = shutil.which("sudo") is not None and sys.stdin.isatty()
    if is_root() or may_ask:
        become = [] if is_root() else ["sudo", "DEBIAN_FRONTEND=noninteractive"]
        env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        if tool == "apt-get":
            started([*become, "apt-get", "update", "--quiet"], env, quiet=True)
        if started([*become, *command], env, quiet=True) == 0:
            return
    raise Unable(f"{why}\nRun this, and then the same again:\n    sudo " + " ".join(command))


def started(command: "list[str]", env: "dict[str, str] | None" = None, *, quiet: bool = False) -> int:
    """Show a command, run it in the checkout and return how it ended; quiet ones keep to their errors."""
    say("$", *command)
    return subprocess.call(command, cwd=str(ROOT), env=env, stdout=subprocess.DEVNULL if quiet else None)


def see_to_qt(*, screen: bool) -> None:
    """Have the libraries that Qt takes from the system; a window on a real screen needs some more."""
    wanted = dict(QT_LIBRARIES, **SCREEN_LIBRARIES) if screen else QT_LIBRARIES
    missing = [library for library in wanted if not loads(library)]
    if missing:
        install([wanted[library] for library in missing], "Qt needs libraries of the system: " + " ".join(missing))


def see_to_tests(env: "dict[str, str]") -> None:
    """Have what some tests need besides; without leave to install it they are skipped, except in CI."""
    in_ci = env.get("CI", "").lower() in {"1", "true"}
    missing = {name: pair for name, pair in KEYRING_PROGRAMS.items() if not shutil.which(name)}
    if in_ci:
        missing.update({name: pair for name, pair in PDF_CHECKER_FILES.items() if not Path(name).exists()})
    if not missing:
        return
    why = "Some tests need programs of the system: " + " ".join(missing)
    if is_root() or in_ci:
        install(list(missing.values()), why)
    else:
        say(f"{why}. Without them those tests are skipped.")


def fingerprint() -> str:
    """What the environment depends on; when it changes the environment is made anew."""
    made_by = (sys.version, sys.executable, str(ENVIRONMENT))
    return hashlib.sha256(LOCK.read_bytes() + repr(made_by).encode()).hexdigest()


def see_to_environment() -> None:
    """Have .venv with exactly what the lock file names.

    Raises:
        Unable: It could not be made; pip's own message has been shown.
    """
    wanted = fingerprint()
    if PYTHON.exists() and STAMP.is_file() and STAMP.read_text(encoding="ascii") == wanted:
        return
    see_to_venv()
    if started([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)]):
        raise Unable(f"{ENVIRONMENT} could not be made.")
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    only_the_lock = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK)]
    if started([*pip, "install", "--progress-bar", "off", *only_the_lock], quiet=True):
        raise Unable("The dependencies could not be installed; pip says why above.")
    STAMP.write_text(wanted, encoding="ascii")


def see_to_venv() -> None:
    """Have Python's own modules for environments, which Debian keeps in a package apart."""
    if subprocess.call([sys.executable, "-c", "import ensurepip, venv"], stderr=subprocess.DEVNULL):
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        install([(package, "python3")], "Python's venv module is missing.")


def become(command: "list[str]", env: "dict[str, str]") -> int:
    """Run a program in the place of this one, so that what asks this process to end asks the program."""
    if os.name == "posix":
        say("$", *command)
        sys.stderr.flush()
        os.chdir(str(ROOT))
        os.execve(command[0], command, env)  # noqa: S606 -- no shell is the point
    return started(command, env)


def has_screen(env: "dict[str, str]") -> bool:
    """Whether a window can be seen here."""
    return not sys.platform.startswith("linux") or bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def run(rest: "list[str]", env: "dict[str, str]") -> int:
    """Start the program."""
    if not env.get("QT_QPA_PLATFORM") and not has_screen(env):
        env["QT_QPA_PLATFORM"] = "offscreen"
        say("there is no display here, so the window opens off screen, where nobody sees it; Ctrl-C ends it")
    if sys.platform.startswith("linux"):
        see_to_qt(screen=env.get("QT_QPA_PLATFORM") not in {"offscreen", "minimal"})
    see_to_environment()
    return become([str(PYTHON), "-m", "desktop", *rest], env)


def test(rest: "list[str]", env: "dict[str, str]") -> int:
    """Run the tests: all of them, shared between the processors, or what pytest is told."""
    if sys.platform.startswith("linux"):
        see_to_qt(screen=False)
        see_to_tests(env)
    see_to_environment()
    return started([str(PYTHON), "-m", "pytest", *(rest or ["--numprocesses=auto", "--maxprocesses=8"])], env)


def main(arguments: "list[str]") -> int:
    """Do what the command line asks and return the exit status."""
    verb = {"run": run, "test": test}.get(arguments[0] if arguments else "")
    if verb is None:
        asked_for_help = arguments[:1] in (["-h"], ["--help"])
        print((__doc__ or "").strip(), file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else 2
    try:
        return verb(arguments[1:], dict(os.environ))
    except Unable as reason:
        say(reason)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
