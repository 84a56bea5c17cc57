"""Long work told in place: what is done, how far it has come, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.views.parts.announce import announce
from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.text import Text


class ProgressPanel(QWidget):
    """Shows the progress of one piece of work; hidden when nothing is under way.

    Attributes:
        cancel_chosen: Emitted when the user wants the work stopped.
    """

    cancel_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = Text("", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel = SecondaryButton(self.tr("Avbryt"))
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._what)
        column.addLayout(row)
        self.hide()

    def begin(self, what: str, *, can_cancel: bool = True) -> None:
        """Show that work has begun whose length is not known yet.

        Args:
            what: What is being done, such as "Läser kontaktförteckningen".
            can_cancel: Whether the work can be stopped.
        """
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        self._bar.setRange(0, 0)
        self.cancel.setVisible(can_cancel)
        self.cancel.setEnabled(True)
        self.show()
        announce(self, what)

    def set_progress(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` equal steps are done; a total of 0 means that the length is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def end(self) -> None:
        """Hide the panel: the result itself tells the rest."""
        self.hide()

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel_chosen.emit()
