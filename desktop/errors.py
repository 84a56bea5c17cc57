"""What can go wrong in a user's day, told as sentences."""


class AppError(Exception):
    """A circumstance the user can do something about; anything else that is raised is a bug.

    Args:
        what: One Swedish sentence that says what happened and where.
        remedy: One Swedish sentence that says what to do, or an empty text.
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}".strip()


class InputError(AppError):
    """What was typed cannot be used; nothing was changed."""


class FileError(AppError):
    """A file could not be read or written; nothing was changed."""


class StoreError(AppError):
    """The register could not be opened, read or written."""


class ConflictError(AppError):
    """The record has been changed by someone else since it was read."""
