"""Meetings, whole: their life, series, templates, notes, outcomes, checks, evaluations and attached files."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
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
    _attachment_content()
    _template()
    _banked_item()
    _series()
    _template_item()
    _rebuild("meeting", _meeting, _index_meeting, {"is_council": "0", "notes_by": "'ssc'"})
    _rebuild("agenda_item", _agenda_item, _index_agenda_item, {"section": "''", "sent": "'not_sent'"})
    _rebuild("participant", _participant, _index_participant, {"attendance": "'unknown'", "replaced_by": "''"})
    _rebuild("action", _action, _index_action, {})
    _rebuild("decision", _decision, _index_decision, {"decided_by": "''", "source_document": "''"})
    _attachment()
    _evaluation()
    _meeting_step()
    _notes_version()
    _survey()
    _information()
    _item_note()
    _notes_check()


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


def _attachment_content() -> None:
    op.create_table(
        "attachment_content",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("piece", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", "position", name=op.f("pk_attachment_content")),
    )


def _template() -> None:
    op.create_table(
        "template",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("level", _text_of("ck_template_level", "operational", "tactical", "strategic"), nullable=False),
        sa.Column("is_council", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template")),
    )


def _banked_item() -> None:
    op.create_table(
        "banked_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("level", _text_of("ck_banked_item_level", "operational", "tactical", "strategic"), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("kind", _text_of("ck_banked_item_itemkind", "information", "discussion", "decision"), nullable=False),
        sa.Column("area_id", sa.Uuid(), _key_of("service_area", "fk_banked_item_area_id_service_area"), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_banked_item")),
    )
    op.create_index(op.f("ix_banked_item_area_id"), "banked_item", ["area_id"])


def _series() -> None:
    op.create_table(
        "series",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("level", _text_of("ck_series_level", "operational", "tactical", "strategic"), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("unit", _text_of("ck_series_seriesunit", "week", "month"), nullable=False),
        sa.Column("every", sa.Integer(), nullable=False),
        sa.Column("by_weekday", sa.Boolean(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("starts_minute", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("is_council", sa.Boolean(), nullable=False),
        sa.Column("area_id", sa.Uuid(), _key_of("service_area", "fk_series_area_id_service_area"), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("convener", _text_of("ck_series_party", "agency", "ssc"), nullable=False),
        sa.Column("notes_by", _text_of("ck_series_party", "agency", "ssc"), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("template_id", sa.Uuid(), _key_of("template", "fk_series_template_id_template"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    op.create_index(op.f("ix_series_area_id"), "series", ["area_id"])
    op.create_index(op.f("ix_series_template_id"), "series", ["template_id"])


def _template_item() -> None:
    op.create_table(
        "template_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("template_id", sa.Uuid(), _key_of("template", "fk_template_item_template_id_template"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", _text_of("ck_template_item_itemkind", "information", "discussion", "decision"), nullable=False),
        sa.Column("presenter_role", _text_of("ck_template_item_presenterrole", "chair", "us", "ssc"), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("wanted_outcome", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template_item")),
    )
    op.create_index(op.f("ix_template_item_template_id_position"), "template_item", ["template_id", "position"])


def _attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_attachment_meeting_id_meeting"), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("purpose", _text_of("ck_attachment_attachmentpurpose", "agenda", "notes", "other"), nullable=False),
        sa.Column("received", sa.Boolean(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("replaced_by", sa.Uuid(), _key_of("attachment", "fk_attachment_replaced_by_attachment"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_digest"), "attachment", ["digest"])
    op.create_index(op.f("ix_attachment_meeting_id"), "attachment", ["meeting_id"])
    op.create_index(op.f("ix_attachment_replaced_by"), "attachment", ["replaced_by"])


def _evaluation() -> None:
    op.create_table(
        "evaluation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_evaluation_meeting_id_meeting"), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("purpose", sa.Integer(), nullable=False),
        sa.Column("preparation", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Integer(), nullable=False),
        sa.Column("time_well_spent", sa.Integer(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_evaluation_meeting_id")),
    )


def _meeting_step() -> None:
    op.create_table(
        "meeting_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_meeting_step_meeting_id_meeting"), nullable=False),
        sa.Column("state", _text_of("ck_meeting_step_meetingstate", "planned", "convened", "agenda_available", "held", "notes_awaited", "notes_received", "notes_checked", "cancelled"), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("party", _text_of("ck_meeting_step_party", "agency", "ssc"), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_step")),
        sa.UniqueConstraint("meeting_id", "state", name=op.f("uq_meeting_step_meeting_id_state")),
    )


def _notes_version() -> None:
    op.create_table(
        "notes_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_notes_version_meeting_id_meeting"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("finalised_at", sa.DateTime(), nullable=False),
        sa.Column("finalised_by", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("reopened_at", sa.DateTime(), nullable=True),
        sa.Column("reopened_reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes_version")),
        sa.UniqueConstraint("meeting_id", "number", name=op.f("uq_notes_version_meeting_id_number")),
    )


def _survey() -> None:
    op.create_table(
        "survey",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_survey_meeting_id_meeting"), nullable=True),
        sa.Column("arrived_on", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answers", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey")),
    )
    op.create_index(op.f("ix_survey_meeting_id"), "survey", ["meeting_id"])


def _information() -> None:
    op.create_table(
        "information",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_information_meeting_id_meeting"), nullable=True),
        sa.Column("level", _text_of("ck_information_level", "operational", "tactical", "strategic"), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("item_id", sa.Uuid(), _key_of("agenda_item", "fk_information_item_id_agenda_item"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_information")),
    )
    op.create_index(op.f("ix_information_item_id"), "information", ["item_id"])
    op.create_index(op.f("ix_information_meeting_id"), "information", ["meeting_id"])


def _item_note() -> None:
    op.create_table(
        "item_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), _key_of("agenda_item", "fk_item_note_item_id_agenda_item"), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_note")),
        sa.UniqueConstraint("item_id", name=op.f("uq_item_note_item_id")),
    )


def _notes_check() -> None:
    op.create_table(
        "notes_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_notes_check_meeting_id_meeting"), nullable=False),
        sa.Column("item_id", sa.Uuid(), _key_of("agenda_item", "fk_notes_check_item_id_agenda_item"), nullable=True),
        sa.Column("verdict", _text_of("ck_notes_check_verdict", "agrees", "differs", "missing"), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes_check")),
        sa.UniqueConstraint("meeting_id", "item_id", name=op.f("uq_notes_check_meeting_id_item_id")),
    )
    op.create_index(op.f("ix_notes_check_item_id"), "notes_check", ["item_id"])


def _meeting() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("level", _text_of("ck_meeting_level", "operational", "tactical", "strategic"), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("is_council", sa.Boolean(), nullable=False),
        sa.Column("series_id", sa.Uuid(), _key_of("series", "fk_meeting_series_id_series"), nullable=True),
        sa.Column("series_day", sa.Date(), nullable=True),
        sa.Column("area_id", sa.Uuid(), _key_of("service_area", "fk_meeting_area_id_service_area"), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("convener", _text_of("ck_meeting_party", "agency", "ssc"), nullable=False),
        sa.Column("notes_by", _text_of("ck_meeting_party", "agency", "ssc"), nullable=False),
        sa.Column("state", _text_of("ck_meeting_meetingstate", "planned", "convened", "agenda_available", "held", "notes_awaited", "notes_received", "notes_checked", "cancelled"), nullable=False),
        sa.Column("calendar_uid", sa.String(), nullable=False),
        sa.Column("calendar_sequence", sa.Integer(), nullable=False),
        sa.Column("invitation", sa.String(), nullable=False),
        sa.Column("own_registry_number", sa.String(), nullable=False),
        sa.Column("ssc_registry_number", sa.String(), nullable=False),
        sa.Column("secrecy_provision", sa.String(), nullable=False),
        sa.Column("secrecy_marked_on", sa.Date(), nullable=True),
        sa.Column("secrecy_authority", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
    )


def _index_meeting() -> None:
    op.create_index(op.f("ix_meeting_area_id"), "meeting", ["area_id"])
    op.create_index(op.f("ix_meeting_calendar_uid"), "meeting", ["calendar_uid"])
    op.create_index(op.f("ix_meeting_level_starts_at"), "meeting", ["level", "starts_at"])
    op.create_index(op.f("ix_meeting_series_id"), "meeting", ["series_id"])
    op.create_index(op.f("ix_meeting_starts_at"), "meeting", ["starts_at"])


def _participant() -> None:
    op.create_table(
        "participant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_participant_meeting_id_meeting"), nullable=False),
        sa.Column("contact_id", sa.Uuid(), _key_of("contact", "fk_participant_contact_id_contact"), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("party", _text_of("ck_participant_party", "agency", "ssc"), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("item_id", sa.Uuid(), _key_of("agenda_item", "fk_participant_item_id_agenda_item"), nullable=True),
        sa.Column("attendance", _text_of("ck_participant_attendance", "unknown", "present", "remote", "absent", "replaced"), nullable=False),
        sa.Column("replaced_by", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
    )


def _index_participant() -> None:
    op.create_index(op.f("ix_participant_contact_id"), "participant", ["contact_id"])
    op.create_index(op.f("ix_participant_item_id"), "participant", ["item_id"])
    op.create_index(op.f("ix_participant_meeting_id"), "participant", ["meeting_id"])


def _agenda_item() -> None:
    op.create_table(
        "agenda_item",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_agenda_item_meeting_id_meeting"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", _text_of("ck_agenda_item_itemkind", "information", "discussion", "decision"), nullable=False),
        sa.Column("presenter_role", _text_of("ck_agenda_item_presenterrole", "chair", "us", "ssc"), nullable=False),
        sa.Column("presenter_id", sa.Uuid(), _key_of("contact", "fk_agenda_item_presenter_id_contact"), nullable=True),
        sa.Column("presenter_name", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("wanted_outcome", sa.String(), nullable=False),
        sa.Column("source_kind", _text_of("ck_agenda_item_sourcekind", "own", "standing", "received", "matter", "repetition", "action", "item", "order", "bank", "decision", "contacts"), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("source_label", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("state", _text_of("ck_agenda_item_itemstate", "open", "dealt_with", "deferred", "struck"), nullable=False),
        sa.Column("deferrals", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("sent", _text_of("ck_agenda_item_sentstate", "not_sent", "proposed", "on_agenda", "left_out"), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("carried_from", sa.Uuid(), _key_of("agenda_item", "fk_agenda_item_carried_from_agenda_item"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )


def _index_agenda_item() -> None:
    op.create_index(op.f("ix_agenda_item_carried_from"), "agenda_item", ["carried_from"])
    op.create_index(op.f("ix_agenda_item_meeting_id_position"), "agenda_item", ["meeting_id", "position"])
    op.create_index(op.f("ix_agenda_item_presenter_id"), "agenda_item", ["presenter_id"])
    op.create_index(op.f("ix_agenda_item_state"), "agenda_item", ["state"])


def _action() -> None:
    op.create_table(
        "action",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_action_meeting_id_meeting"), nullable=True),
        sa.Column("level", _text_of("ck_action_level", "operational", "tactical", "strategic"), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("party", _text_of("ck_action_party", "agency", "ssc"), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("item_id", sa.Uuid(), _key_of("agenda_item", "fk_action_item_id_agenda_item"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )


def _index_action() -> None:
    op.create_index(op.f("ix_action_done_on_level_due_on"), "action", ["done_on", "level", "due_on"])
    op.create_index(op.f("ix_action_item_id"), "action", ["item_id"])
    op.create_index(op.f("ix_action_meeting_id"), "action", ["meeting_id"])


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_decision_meeting_id_meeting"), nullable=True),
        sa.Column("level", _text_of("ck_decision_level", "operational", "tactical", "strategic"), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("item_id", sa.Uuid(), _key_of("agenda_item", "fk_decision_item_id_agenda_item"), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("source_document", sa.String(), nullable=False),
        sa.Column("replaces_id", sa.Uuid(), _key_of("decision", "fk_decision_replaces_id_decision"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )


def _index_decision() -> None:
    op.create_index(op.f("ix_decision_decided_on"), "decision", ["decided_on"])
    op.create_index(op.f("ix_decision_item_id"), "decision", ["item_id"])
    op.create_index(op.f("ix_decision_meeting_id"), "decision", ["meeting_id"])
    op.create_index(op.f("ix_decision_replaces_id"), "decision", ["replaces_id"])
