"""What was said once is known when the register is opened again."""

from collections.abc import Callable
from pathlib import Path

from desktop.domain.contacts.columns import ColumnQuestion, Columns
from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.reconciling import Comparison
from desktop.domain.identity import new_id
from desktop.domain.level import Party
from desktop.models.contact import ContactRecord
from desktop.models.database import Database
from desktop.services.contacts.duplicates import Duplicates
from desktop.services.contacts.reconciling import Reconciling
from tests.exchange.making import workbook
from tests.services.conftest import Register

KEY = bytes(range(32))


def in_register(folder: Path, work: Callable[[Database], None]) -> None:
    """Do something in the register of a folder, and close it again."""
    database = Database.open(folder / "register.db", KEY, "provaren")
    try:
        work(database)
    finally:
        database.close()


def test_who_is_not_the_same_person(tmp_path: Path) -> None:
    asa = Contact(id=new_id(), party=Party.AGENCY, given_name="Åsa", family_name="Öhrn", phone="08-123 45 62")
    again = Contact(id=new_id(), party=Party.AGENCY, given_name="Asa", family_name="Öhrn", phone="08-1234562")

    def say(database: Database) -> None:
        Register(database).put(ContactRecord.of(asa), ContactRecord.of(again))
        duplicates = Duplicates(database)
        assert len(duplicates.all().pairs) == 1
        duplicates.distinguish(asa.id, again.id)

    def see(database: Database) -> None:
        assert Duplicates(database).all().pairs == ()

    in_register(tmp_path, say)
    in_register(tmp_path, see)


def test_what_the_columns_of_a_list_mean(tmp_path: Path) -> None:
    header = ["Org", "Uppgift", "Vem", "Nås på", "Ring"]
    row = ["Statens servicecenter", "Taktisk", "Per Holmér", "per.holmer@ssc.example", "026-12 34 56"]
    path = workbook(tmp_path, Blad=[header, row])

    def say(database: Database) -> None:
        reconciling = Reconciling(database)
        question = reconciling.read(path)
        assert isinstance(question, ColumnQuestion)
        columns = Columns(question.headings, tuple(column.proposed for column in question.columns))
        comparison = reconciling.read(path, columns)
        assert isinstance(comparison, Comparison)
        reconciling.apply(comparison, {}, columns)

    def see(database: Database) -> None:
        comparison = Reconciling(database).read(path)
        assert isinstance(comparison, Comparison)
        assert comparison.earlier_on is not None

    in_register(tmp_path, say)
    in_register(tmp_path, see)
