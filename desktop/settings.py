"""What the user has arranged for themselves: window, columns, language. Nothing about the work itself."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeVar, cast

Language = Literal["sv", "en"]
Theme = Literal["system", "light", "dark"]

_LANGUAGES: tuple[Language, ...] = ("sv", "en")
_THEMES: tuple[Theme, ...] = ("system", "light", "dark")
_Choice = TypeVar("_Choice", bound=str)


def _no_splitters() -> Mapping[str, tuple[int, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's arrangement of the window; every value has a default that suits a first start.

    Args:
        language: Language of the interface.
        theme: Light, dark, or what the operating system says.
        window: Geometry of the main window as Qt saves it, in base 64; empty until a window has been closed.
        page: Name of the view that was open last; empty for the first one.
        splitters: Sizes in pixels of a splitter's parts, by the splitter's object name.
    """

    language: Language = "sv"
    theme: Theme = "system"
    window: str = ""
    page: str = ""
    splitters: Mapping[str, tuple[int, ...]] = field(default_factory=_no_splitters)


def load(path: Path) -> Settings:
    """The saved settings, or the defaults if there are none.

    A damaged file is set aside under its name with ``.damaged`` after, and told in the log: settings are never
    worth a program that does not start. Names that this version does not know are passed over.

    Raises:
        OSError: The file exists but cannot be read.
    """
    try:
        return _read(path.read_bytes())
    except FileNotFoundError:
        return Settings()
    except (ValueError, RecursionError):
        aside = path.with_name(f"{path.name}.damaged")
        path.replace(aside)
        import logging

        logging.getLogger(__name__).warning("the settings were damaged and are set aside as %s", aside.name)
        return Settings()


def save(path: Path, settings: Settings) -> None:
    """Write the settings so that either the old or the new ones are whole after a crash or a power cut.

    Raises:
        OSError: The file cannot be written; the old one is unharmed.
    """
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(_written(settings))
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _written(settings: Settings) -> bytes:
    import json

    values = {
        "language": settings.language,
        "theme": settings.theme,
        "window": settings.window,
        "page": settings.page,
        "splitters": dict(settings.splitters),
    }
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def _read(data: bytes) -> Settings:
    """Settings read with suspicion: ValueError for a value that ``save`` would not have written."""
    import json

    values = _object(json.loads(data))
    return Settings(
        language=_one_of(_LANGUAGES, values.get("language", "sv")),
        theme=_one_of(_THEMES, values.get("theme", "system")),
        window=_text(values.get("window", "")),
        page=_text(values.get("page", "")),
        splitters=MappingProxyType(
            {name: _sizes(sizes) for name, sizes in _object(values.get("splitters", {})).items()}
        ),
    )


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError("not an object")  # noqa: TRY004 - a damaged file, not a mistake of a caller
    return cast("dict[str, object]", value)


def _one_of(choices: tuple[_Choice, ...], value: object) -> _Choice:
    for choice in choices:
        if choice == value:
            return choice
    raise ValueError("not one of the choices")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")  # noqa: TRY004 - as above
    return value


def _sizes(value: object) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise ValueError("not a list")  # noqa: TRY004 - as above
    sizes = cast("list[object]", value)
    if not all(type(size) is int and size >= 0 for size in sizes):
        raise ValueError("not sizes in pixels")
    return tuple(cast("list[int]", sizes))
