"""What an empty list says: that nothing is there yet, or that nothing fits what it is narrowed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.domain.level import ALL_LEVELS

if TYPE_CHECKING:
    from desktop.views.followups.narrowing import Found


def no_actions(found: Found) -> tuple[str, str]:
    """Title and text of a list of actions without rows."""
    if not found.any_actions:
        return (
            QCoreApplication.translate("FollowupsPage", "Inga åtgärder ännu"),
            QCoreApplication.translate("FollowupsPage", "Här samlas vad båda parter har åtagit sig på mötena."),
        )
    if found.narrowing.levels == ALL_LEVELS and found.narrowing.party is None:
        return (
            QCoreApplication.translate("FollowupsPage", "Inga öppna åtgärder"),
            QCoreApplication.translate("FollowupsPage", "Allt som är antecknat är klart."),
        )
    return (
        QCoreApplication.translate("FollowupsPage", "Inga åtgärder här"),
        QCoreApplication.translate("FollowupsPage", "Ingen åtgärd hör till det som listan visar."),
    )


def no_decisions(found: Found) -> tuple[str, str]:
    """Title and text of a log without rows."""
    if found.any_decisions:
        return (
            QCoreApplication.translate("FollowupsPage", "Inga beslut här"),
            QCoreApplication.translate("FollowupsPage", "Inget beslut hör till det som listan visar."),
        )
    return (
        QCoreApplication.translate("FollowupsPage", "Inga beslut ännu"),
        QCoreApplication.translate("FollowupsPage", "Här samlas vad parterna har beslutat på mötena."),
    )
