"""The register's database: the only maker of sessions, and the one who tells the news."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from desktop.domain.history import Act
from desktop.errors import StoreError
from desktop.models import cipher, schema
from desktop.models.faults import told_in_words
from desktop.models.recorder import Recorder, refuse_bulk, refuse_writing

_IMMEDIATE = "samverkan_immediate"


@dataclass(frozen=True, slots=True)
class News:
    """What a committed change concerned: kinds of thing, what was done, and the key of the change.

    ``lasting`` says that undo does not go behind it.
    """

    kinds: frozenset[str]
    act: Act
    change_id: UUID
    group: UUID | None = None
    undoes: UUID | None = None
    lasting: bool = False


class Database:
    """An open register. Sessions live as long as one use case; values, not records, leave them.

    Args:
        engine: The way to the file; made by ``open``.
        who: Who is working, as history shall name them.
    """

    def __init__(self, engine: Engine, who: str) -> None:
        self._reading = engine
        self._writing = engine.execution_options(**{_IMMEDIATE: True})
        self._who = who
        self._listeners: list[Callable[[News], None]] = []

    @property
    def who(self) -> str:
        """Who is working, as history names them."""
        return self._who

    @classmethod
    def open(cls, path: Path, key: bytes, who: str, *, copies: Path | None = None) -> Self:
        """Open the register, made if missing; an older one is brought up to date after a copy has been taken.

        Args:
            path: The file; its folder is made if missing, private to the user.
            key: The 32-byte key that the vault gave.
            who: Who is working, as history shall name them.
            copies: The folder for the copy; else ``copies`` beside the file.

        Raises:
            StoreError: The file cannot be opened, is damaged, or was made by a newer version of the program.
        """
        with told_in_words():
            engine = _engine(path, key)
            try:
                with engine.execution_options(**{_IMMEDIATE: True}).begin() as connection:
                    found = _prepared(connection)
                if found != schema.HEAD:
                    engine.dispose()
                    _bring_up_to_date(path, key, found, copies or path.parent / "copies")
            except BaseException:
                engine.dispose()
                raise
        return cls(engine, who)

    def on_news(self, callback: Callable[[News], None]) -> None:
        """Have every change told after its commit, in the thread that made it."""
        self._listeners.append(callback)

    @contextmanager
    def reading(self) -> Generator[Session]:
        """A session that sees one unchanging state of the register and may not write.

        Raises:
            StoreError: The register cannot be read.
        """
        with told_in_words(), Session(self._reading, autoflush=False, expire_on_commit=False) as session:
            event.listen(session, "before_flush", refuse_writing)
            event.listen(session, "do_orm_execute", refuse_bulk)
            yield session

    @contextmanager
    def writing(
        self, act: Act, *, group: UUID | None = None, undoes: UUID | None = None, lasting: bool = False
    ) -> Generator[Session]:
        """A session whose changes are kept, with their history, when the block ends well; else nothing is.

        Args:
            act: What the user is doing.
            group: The editing session it is part of; undo takes a whole group back.
            undoes: The change that is being taken back, if so.
            lasting: Whether neither this nor anything before it can be undone from now on.

        Raises:
            StoreError: The register cannot be written.
            ConflictError: A row was changed by someone else since it was read.
        """
        written = None
        with told_in_words(), Session(self._writing, expire_on_commit=False) as session:
            recorder = Recorder(session)
            session.connection()  # take the lock now, so that what is read here is what is changed
            yield session
            session.flush()
            written = recorder.write(self._who, act, group, undoes)
            session.commit()
        if written is not None:
            change_id, kinds = written
            self._tell(News(kinds, act, change_id, group, undoes, lasting))

    def close(self) -> None:
        """Let go of the file. No session may be open."""
        self._reading.dispose()

    def _tell(self, news: News) -> None:
        for callback in self._listeners:
            callback(news)


def _engine(path: Path, key: bytes) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: cipher.connect(path, key),
        module=cipher.DRIVER,
        poolclass=QueuePool,
        hide_parameters=True,
    )

    def begin(connection: Connection) -> None:
        immediate: Any = connection.get_execution_options().get(_IMMEDIATE)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    def end(driver: Any, _record: object) -> None:
        if driver is not None and driver.in_transaction:  # a COMMIT that was refused leaves its transaction open
            driver.rollback()

    event.listen(engine, "begin", begin)
    event.listen(engine, "checkin", end)
    return engine


def _prepared(connection: Connection) -> str:
    """The revision of the file; an empty one is given the current shape first."""
    driver: Any = connection.connection.driver_connection
    cipher.check_driver(driver)
    try:
        found = schema.revision(connection)
    except LookupError as error:
        raise StoreError("Filen är inte ett register för Samverkan.", "Välj en annan mapp.") from error
    if found is None:
        schema.create(connection)
        return schema.HEAD
    return found


def _bring_up_to_date(path: Path, key: bytes, found: str, copies: Path) -> None:
    from desktop.models.migrating import migrate

    migrate(path, key, found, copies)
