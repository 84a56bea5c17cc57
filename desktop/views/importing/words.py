"""The Swedish words of an import."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.importing import ImportKind, ImportPreview, RowAction


def kind_word(kind: ImportKind) -> str:
    """What a file holds: "Kontaktförteckning"."""
    return {
        ImportKind.CONTACTS: QCoreApplication.translate("Importing", "Kontaktförteckning"),
        ImportKind.MATTERS: QCoreApplication.translate("Importing", "Ärendelista"),
        ImportKind.INVITATION: QCoreApplication.translate("Importing", "Kallelse"),
    }[kind]


def action_word(action: RowAction) -> str:
    """What happens to a row: "Skapas"."""
    return {
        RowAction.CREATE: QCoreApplication.translate("Importing", "Skapas"),
        RowAction.UPDATE: QCoreApplication.translate("Importing", "Uppdateras"),
        RowAction.CANCEL: QCoreApplication.translate("Importing", "Ställs in"),
        RowAction.MATCH: QCoreApplication.translate("Importing", "Finns redan"),
        RowAction.SKIP: QCoreApplication.translate("Importing", "Hoppas över"),
    }[action]


def number_of(preview: ImportPreview, action: RowAction) -> int:
    """How many rows *of the file* are treated so; what comes along without a row of its own is not counted.

    An invitation has no rows; there everything counts.
    """
    lines = [row for row in preview.rows if row.row is not None] or preview.rows
    return sum(row.action is action for row in lines)


def count_words(action: RowAction, count: int) -> str:
    """How many rows are treated so: "12 nya"."""
    one, many = {
        RowAction.CREATE: (
            QCoreApplication.translate("Importing", "{count} ny"),
            QCoreApplication.translate("Importing", "{count} nya"),
        ),
        RowAction.UPDATE: (
            QCoreApplication.translate("Importing", "{count} uppdateras"),
            QCoreApplication.translate("Importing", "{count} uppdateras"),
        ),
        RowAction.CANCEL: (
            QCoreApplication.translate("Importing", "{count} ställs in"),
            QCoreApplication.translate("Importing", "{count} ställs in"),
        ),
        RowAction.MATCH: (
            QCoreApplication.translate("Importing", "{count} finns redan"),
            QCoreApplication.translate("Importing", "{count} finns redan"),
        ),
        RowAction.SKIP: (
            QCoreApplication.translate("Importing", "{count} hoppas över"),
            QCoreApplication.translate("Importing", "{count} hoppas över"),
        ),
    }[action]
    return (one if count == 1 else many).format(count=grouped(count))


def problem_count_words(count: int) -> str:
    """How many problems there are: "3 att titta på"."""
    return QCoreApplication.translate("Importing", "{count} att titta på").format(count=grouped(count))


def accept_words(preview: ImportPreview) -> str:
    """The verb on the button that lets the import happen: "Importera 12 kontakter"."""
    if preview.kind is ImportKind.INVITATION:
        if preview.count(RowAction.CANCEL):
            return QCoreApplication.translate("Importing", "Ställ in mötet")
        known = bool(preview.rows) and preview.rows[0].action is not RowAction.CREATE
        if known:
            return QCoreApplication.translate("Importing", "Uppdatera mötet")
        return QCoreApplication.translate("Importing", "Lägg in mötet")
    count = number_of(preview, RowAction.CREATE) + number_of(preview, RowAction.UPDATE)
    if count == 0:
        return QCoreApplication.translate("Importing", "Importera")
    one, many = {
        ImportKind.CONTACTS: (
            QCoreApplication.translate("Importing", "Importera {count} kontakt"),
            QCoreApplication.translate("Importing", "Importera {count} kontakter"),
        ),
        ImportKind.MATTERS: (
            QCoreApplication.translate("Importing", "Importera {count} ärende"),
            QCoreApplication.translate("Importing", "Importera {count} ärenden"),
        ),
    }[preview.kind]
    return (one if count == 1 else many).format(count=grouped(count))


def grouped(count: int) -> str:
    """A number with no-break spaces between the thousands (R40)."""
    return f"{count:,}".replace(",", "\u00a0")
