"""The Swedish words of ending and anonymising."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.domain.contacts.disposal import LooseEnds


def loose_end_words(ends: LooseEnds) -> Iterator[str]:
    """What is open for somebody who leaves, a sentence each."""
    if ends.roles:
        yield _counted(
            ends.roles,
            QCoreApplication.translate("Disposal", "Ett uppdrag eller en beställningsrätt avslutas."),
            QCoreApplication.translate("Disposal", "{count} uppdrag och beställningsrätter avslutas."),
        )
    if ends.actions:
        yield _counted(
            ends.actions,
            QCoreApplication.translate("Disposal", "En öppen åtgärd behöver någon annan ansvarig."),
            QCoreApplication.translate("Disposal", "{count} öppna åtgärder behöver någon annan ansvarig."),
        )
    if ends.meetings:
        yield _counted(
            ends.meetings,
            QCoreApplication.translate("Disposal", "Ett kommande möte har personen som deltagare."),
            QCoreApplication.translate("Disposal", "{count} kommande möten har personen som deltagare."),
        )
    if ends.notices:
        yield _counted(
            ends.notices,
            QCoreApplication.translate("Disposal", "En anmälan om personen är inte meddelad än."),
            QCoreApplication.translate("Disposal", "{count} anmälningar om personen är inte meddelade än."),
        )
    if ends.deputy_for:
        yield QCoreApplication.translate("Disposal", "Personen är ersättare för {names}.").format(
            names=", ".join(ends.deputy_for)
        )


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)
