"""Contacts, whole: how they are reached, notices, SSC's lists, checks, the log of disposals and set numbers."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _text_of(constraint: str, *values: str) -> sa.Enum:
    """A text column that holds one of these values."""
    return sa.Enum(*values, name=op.f(constraint), native_enum=False, create_constraint=True, length=32)


def _key_of(table: str, constraint: str) -> sa.ForeignKey:
    """A reference that is checked at commit."""
    return sa.ForeignKey(f"{table}.id", name=op.f(constraint), deferrable=True, initially="DEFERRED")


def upgrade() -> None:
    """Make the new tables, and the old ones anew with what they keep from now on."""
    _rebuild("contact", _contact, _index_contact, {"mobile": "''", "function_email": "''", "notes": "''"})
    _rebuild("authorised_orderer", _authorised_orderer, _index_authorised_orderer, {})
    _contact_notice()
    _received_list()
    _column_mapping()
    _distinct_pair()
    _roster_check()
    _disposal()
    _rule_setting()


def _rebuild(table: str, create: Callable[[], None], index: Callable[[], None], new: dict[str, str]) -> None:
    """Make a table anew and fill it with its rows; new columns get these SQL values, else nothing.

    The name is taken back from the old table first, so that what refers to it never notices.
    """
    connection = op.get_bind()
    kept = [column["name"] for column in sa.inspect(connection).get_columns(table)]
    op.execute("PRAGMA legacy_alter_table = ON")  # else references to the table would follow its old rows
    op.rename_table(table, f"{table}_before")
    op.execute("PRAGMA legacy_alter_table = OFF")
    create()
    into = ", ".join(f'"{name}"' for name in [*kept, *new])
    out_of = ", ".join([*(f'"{name}"' for name in kept), *new.values()])
    op.execute(f"INSERT INTO {table} ({into}) SELECT {out_of} FROM {table}_before")
    op.drop_table(f"{table}_before")
    index()


def _contact() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("party", _text_of("ck_contact_party", "agency", "ssc"), nullable=False),
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("mobile", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("function_email", sa.String(), nullable=False),
        sa.Column("deputy_id", sa.Uuid(), _key_of("contact", "fk_contact_deputy_id_contact"), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("anonymised_on", sa.Date(), nullable=True),
        sa.Column("merged_into", sa.Uuid(), _key_of("contact", "fk_contact_merged_into_contact"), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )


def _index_contact() -> None:
    op.create_index(op.f("ix_contact_deputy_id"), "contact", ["deputy_id"])
    op.create_index(op.f("ix_contact_merged_into"), "contact", ["merged_into"])
    op.create_index(op.f("ix_contact_sort_key"), "contact", ["sort_key"])


def _authorised_orderer() -> None:
    op.create_table(
        "authorised_orderer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), _key_of("contact", "fk_authorised_orderer_contact_id_contact"), nullable=False),
        sa.Column("area_id", sa.Uuid(), _key_of("service_area", "fk_authorised_orderer_area_id_service_area"), nullable=True),
        sa.Column("kind", _text_of("ck_authorised_orderer_orderkind", "special_service", "additional_service", "service_change"), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("limit_ore", sa.Integer(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authorised_orderer")),
    )


def _index_authorised_orderer() -> None:
    op.create_index(op.f("ix_authorised_orderer_area_id"), "authorised_orderer", ["area_id"])
    op.create_index(op.f("ix_authorised_orderer_contact_id"), "authorised_orderer", ["contact_id"])


def _contact_notice() -> None:
    op.create_table(
        "contact_notice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), _key_of("contact", "fk_contact_notice_contact_id_contact"), nullable=True),
        sa.Column("successor_id", sa.Uuid(), _key_of("contact", "fk_contact_notice_successor_id_contact"), nullable=True),
        sa.Column("channel", _text_of("ck_contact_notice_noticechannel", "customer_web", "forum"), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_contact_notice_meeting_id_meeting"), nullable=True),
        sa.Column("announced_on", sa.Date(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("known", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_notice")),
    )
    op.create_index(op.f("ix_contact_notice_announced_on"), "contact_notice", ["announced_on"])
    op.create_index(op.f("ix_contact_notice_contact_id"), "contact_notice", ["contact_id"])
    op.create_index(op.f("ix_contact_notice_meeting_id"), "contact_notice", ["meeting_id"])
    op.create_index(op.f("ix_contact_notice_successor_id"), "contact_notice", ["successor_id"])


def _received_list() -> None:
    op.create_table(
        "received_list",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("version_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received_list")),
    )
    op.create_index(op.f("ix_received_list_read_on"), "received_list", ["read_on"])


def _column_mapping() -> None:
    op.create_table(
        "column_mapping",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("headings", sa.String(), nullable=False),
        sa.Column("columns", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_column_mapping")),
        sa.UniqueConstraint("headings", name=op.f("uq_column_mapping_headings")),
    )


def _distinct_pair() -> None:
    op.create_table(
        "distinct_pair",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("first_id", sa.Uuid(), _key_of("contact", "fk_distinct_pair_first_id_contact"), nullable=False),
        sa.Column("second_id", sa.Uuid(), _key_of("contact", "fk_distinct_pair_second_id_contact"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinct_pair")),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("uq_distinct_pair_first_id_second_id")),
    )
    op.create_index(op.f("ix_distinct_pair_second_id"), "distinct_pair", ["second_id"])


def _roster_check() -> None:
    op.create_table(
        "roster_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("roster", _text_of("ck_roster_check_roster", "contacts", "orderers"), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("checked_by", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_check")),
    )


def _disposal() -> None:
    op.create_table(
        "disposal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), _key_of("contact", "fk_disposal_contact_id_contact"), nullable=False),
        sa.Column("kind", _text_of("ck_disposal_disposalkind", "ended", "anonymised"), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("kept", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disposal")),
    )
    op.create_index(op.f("ix_disposal_contact_id"), "disposal", ["contact_id"])


def _rule_setting() -> None:
    op.create_table(
        "rule_setting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_rule_setting_name")),
    )
