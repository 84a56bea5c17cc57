"""Where the user has drawn the line between list and detail, by the splitters' object names."""

from collections.abc import Mapping

from PySide6.QtWidgets import QSplitter, QWidget

Sizes = Mapping[str, tuple[int, ...]]


def sizes_in(widget: QWidget) -> dict[str, tuple[int, ...]]:
    """The sizes in pixels of every named splitter in a widget that has been on screen."""
    return {name: tuple(splitter.sizes()) for name, splitter in _named(widget).items() if sum(splitter.sizes())}


def restore_sizes(widget: QWidget, sizes: Sizes) -> None:
    """Give the named splitters in a widget the sizes they had; others, and those of another kind, are left alone."""
    for name, splitter in _named(widget).items():
        wanted = sizes.get(name, ())
        if len(wanted) == splitter.count() and sum(wanted) > 0:
            splitter.setSizes(list(wanted))


def _named(widget: QWidget) -> dict[str, QSplitter]:
    found = [*([widget] if isinstance(widget, QSplitter) else []), *widget.findChildren(QSplitter)]
    return {splitter.objectName(): splitter for splitter in found if splitter.objectName()}
