"""What the page of the meetings shows while the register has none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.parts.buttons import SecondaryButton
from desktop.views.parts.empty_state import EmptyState


class NoMeetings(QWidget):
    """Says what belongs here and offers the two first steps.

    Attributes:
        import_asked: An invitation is to be opened.
        new_asked: A meeting is to be made by hand.
    """

    import_asked = Signal()
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        empty = EmptyState(
            self.tr("Inga möten ännu"),
            self.tr(
                "Här förbereds mötena i forumen. Öppna en kallelse från Statens servicecenter, "
                "eller släpp den på fönstret, så läggs mötet upp med deltagare och punkter."
            ),
            self.tr("Öppna en kallelse …"),
            "meetings",
        )
        empty.setObjectName("noMeetings")
        empty.action.setObjectName("openInvitation")
        empty.action_chosen.connect(self.import_asked)
        other = SecondaryButton(self.tr("Nytt möte"), "plus")
        other.setObjectName("firstMeeting")
        other.clicked.connect(self.new_asked)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(empty)
        column.addWidget(other, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
