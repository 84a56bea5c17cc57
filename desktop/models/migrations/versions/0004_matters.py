"""Matters, whole: timeline, escalation, particulars of each kind, measures, links, spreading and named filters."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
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
    texts = ("own_registry_number", "ssc_registry_number", "outcome", "confirmed_by", "lesson")
    _rebuild("matter", _matter, _index_matter, dict.fromkeys(texts, "''"))
    _rebuild("attachment", _attachment, _index_attachment, {})
    _matter_entry()
    _matter_link()
    _matter_conversion()
    _measure()
    _escalation()
    _escalation_step()
    _incident()
    _deficiency()
    _risk()
    _spreading()
    _saved_filter()


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


def _matter() -> None:
    op.create_table(
        "matter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("kind", _text_of("ck_matter_matterkind", "question", "deficiency", "incident", "risk"), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("level", _text_of("ck_matter_level", "operational", "tactical", "strategic"), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("area_id", sa.Uuid(), _key_of("service_area", "fk_matter_area_id_service_area"), nullable=True),
        sa.Column("status", _text_of("ck_matter_matterstatus", "open", "closed"), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("support_case", sa.String(), nullable=False),
        sa.Column("cost_ore", sa.Integer(), nullable=True),
        sa.Column("cost_settled_on", sa.Date(), nullable=True),
        sa.Column("grade", _text_of("ck_matter_grade", "serious", "significant", "moderate", "negligible"), nullable=True),
        sa.Column("report_on", sa.Date(), nullable=True),
        sa.Column("escalated_on", sa.Date(), nullable=True),
        sa.Column("raised_operational_on", sa.Date(), nullable=True),
        sa.Column("raised_tactical_on", sa.Date(), nullable=True),
        sa.Column("own_registry_number", sa.String(), nullable=False),
        sa.Column("ssc_registry_number", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("confirmed_by", sa.String(), nullable=False),
        sa.Column("lesson", sa.String(), nullable=False),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.Column("merged_into", sa.Uuid(), _key_of("matter", "fk_matter_merged_into_matter"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter")),
    )


def _index_matter() -> None:
    op.create_index(op.f("ix_matter_area_id"), "matter", ["area_id"])
    op.create_index(op.f("ix_matter_kind_area_id_reported_on"), "matter", ["kind", "area_id", "reported_on"])
    op.create_index(op.f("ix_matter_merged_into"), "matter", ["merged_into"])
    op.create_index(op.f("ix_matter_number"), "matter", ["number"])
    op.create_index(op.f("ix_matter_reported_on"), "matter", ["reported_on"])
    op.create_index(op.f("ix_matter_status_level_reported_on"), "matter", ["status", "level", "reported_on"])


def _attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_attachment_meeting_id_meeting"), nullable=True),
        sa.Column("matter_id", sa.Uuid(), _key_of("matter", "fk_attachment_matter_id_matter"), nullable=True),
        sa.Column("entry_id", sa.Uuid(), _key_of("matter_entry", "fk_attachment_entry_id_matter_entry"), nullable=True),
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


def _index_attachment() -> None:
    op.create_index(op.f("ix_attachment_digest"), "attachment", ["digest"])
    op.create_index(op.f("ix_attachment_entry_id"), "attachment", ["entry_id"])
    op.create_index(op.f("ix_attachment_matter_id"), "attachment", ["matter_id"])
    op.create_index(op.f("ix_attachment_meeting_id"), "attachment", ["meeting_id"])
    op.create_index(op.f("ix_attachment_replaced_by"), "attachment", ["replaced_by"])


def _matter_entry() -> None:
    op.create_table(
        "matter_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), _key_of("matter", "fk_matter_entry_matter_id_matter"), nullable=False),
        sa.Column("happened_at", sa.DateTime(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("channel", _text_of("ck_matter_entry_channel", "support", "forum", "customer_web", "phone", "email"), nullable=True),
        sa.Column("party", _text_of("ck_matter_entry_party", "agency", "ssc"), nullable=True),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("level", _text_of("ck_matter_entry_level", "operational", "tactical", "strategic"), nullable=True),
        sa.Column("is_internal", sa.Boolean(), nullable=False),
        sa.Column("corrects_id", sa.Uuid(), _key_of("matter_entry", "fk_matter_entry_corrects_id_matter_entry"), nullable=True),
        sa.Column("passes_to", _text_of("ck_matter_entry_holder", "agency", "ssc", "other"), nullable=True),
        sa.Column("passes_until", sa.Date(), nullable=True),
        sa.Column("trend", _text_of("ck_matter_entry_trend", "better", "unchanged", "worse"), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_matter_entry_meeting_id_meeting"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_entry")),
    )
    op.create_index(op.f("ix_matter_entry_corrects_id"), "matter_entry", ["corrects_id"])
    op.create_index(op.f("ix_matter_entry_matter_id"), "matter_entry", ["matter_id"])
    op.create_index(op.f("ix_matter_entry_meeting_id"), "matter_entry", ["meeting_id"])


def _matter_link() -> None:
    op.create_table(
        "matter_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), _key_of("matter", "fk_matter_link_matter_id_matter"), nullable=False),
        sa.Column("kind", _text_of("ck_matter_link_linkkind", "matter", "meeting", "decision", "action", "order", "contact"), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.Column("role", _text_of("ck_matter_link_linkrole", "related", "evidence", "split_from"), nullable=False),
        sa.Column("linked_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_link")),
    )
    op.create_index(op.f("ix_matter_link_matter_id"), "matter_link", ["matter_id"])
    op.create_index(op.f("ix_matter_link_target_id"), "matter_link", ["target_id"])


def _matter_conversion() -> None:
    op.create_table(
        "matter_conversion",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), _key_of("matter", "fk_matter_conversion_matter_id_matter"), nullable=False),
        sa.Column("from_kind", sa.String(), nullable=False),
        sa.Column("to_kind", sa.String(), nullable=False),
        sa.Column("converted_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_conversion")),
    )
    op.create_index(op.f("ix_matter_conversion_matter_id"), "matter_conversion", ["matter_id"])


def _measure() -> None:
    op.create_table(
        "measure",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), _key_of("matter", "fk_measure_matter_id_matter"), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("party", _text_of("ck_measure_party", "agency", "ssc"), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("effect", sa.String(), nullable=False),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("verified_by", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
    )
    op.create_index(op.f("ix_measure_matter_id"), "measure", ["matter_id"])


def _escalation() -> None:
    op.create_table(
        "escalation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), _key_of("matter", "fk_escalation_matter_id_matter"), nullable=False),
        sa.Column("begun_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation")),
    )
    op.create_index(op.f("ix_escalation_matter_id"), "escalation", ["matter_id"])


def _escalation_step() -> None:
    op.create_table(
        "escalation_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("escalation_id", sa.Uuid(), _key_of("escalation", "fk_escalation_step_escalation_id_escalation"), nullable=False),
        sa.Column("matter_id", sa.Uuid(), _key_of("matter", "fk_escalation_step_matter_id_matter"), nullable=False),
        sa.Column("from_level", _text_of("ck_escalation_step_level", "operational", "tactical", "strategic"), nullable=False),
        sa.Column("to_level", _text_of("ck_escalation_step_level", "operational", "tactical", "strategic"), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("taken_by", sa.String(), nullable=False),
        sa.Column("reason", _text_of("ck_escalation_step_escalationreason", "repeated_deficiency", "incident_not_remedied", "other"), nullable=True),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.Column("tried", sa.String(), nullable=False),
        sa.Column("asked", sa.String(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("from_name", sa.String(), nullable=False),
        sa.Column("to_party", _text_of("ck_escalation_step_party", "agency", "ssc"), nullable=True),
        sa.Column("to_id", sa.Uuid(), _key_of("contact", "fk_escalation_step_to_id_contact"), nullable=True),
        sa.Column("to_name", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation_step")),
    )
    op.create_index(op.f("ix_escalation_step_escalation_id"), "escalation_step", ["escalation_id"])
    op.create_index(op.f("ix_escalation_step_matter_id"), "escalation_step", ["matter_id"])
    op.create_index(op.f("ix_escalation_step_to_id"), "escalation_step", ["to_id"])


def _incident() -> None:
    op.create_table(
        "incident",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), _key_of("matter", "fk_incident_matter_id_matter"), nullable=False),
        sa.Column("risks_breach", sa.Boolean(), nullable=True),
        sa.Column("risks_damage", sa.Boolean(), nullable=True),
        sa.Column("needs_action", sa.Boolean(), nullable=True),
        sa.Column("justification", sa.String(), nullable=False),
        sa.Column("found_by", _text_of("ck_incident_party", "agency", "ssc"), nullable=True),
        sa.Column("occurred_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ssc_knew_at", sa.DateTime(), nullable=True),
        sa.Column("we_knew_at", sa.DateTime(), nullable=True),
        sa.Column("told_at", sa.DateTime(), nullable=True),
        sa.Column("told_level", _text_of("ck_incident_level", "operational", "tactical", "strategic"), nullable=True),
        sa.Column("told_by", sa.String(), nullable=False),
        sa.Column("concerns_personal_data", sa.Boolean(), nullable=False),
        sa.Column("reported_to_authority_at", sa.DateTime(), nullable=True),
        sa.Column("is_it", sa.Boolean(), nullable=False),
        sa.Column("course", sa.String(), nullable=False),
        sa.Column("consequences", sa.String(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("remedy", sa.String(), nullable=False),
        sa.Column("report_made_on", sa.Date(), nullable=True),
        sa.Column("report_sent_on", sa.Date(), nullable=True),
        sa.Column("ssc_report_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
        sa.UniqueConstraint("matter_id", name=op.f("uq_incident_matter_id")),
    )


def _deficiency() -> None:
    op.create_table(
        "deficiency",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), _key_of("matter", "fk_deficiency_matter_id_matter"), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("promise", sa.String(), nullable=False),
        sa.Column("failing_party", _text_of("ck_deficiency_party", "agency", "ssc"), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("proposed_ssc_percent", sa.Integer(), nullable=True),
        sa.Column("agreed_ssc_percent", sa.Integer(), nullable=True),
        sa.Column("decision_id", sa.Uuid(), _key_of("decision", "fk_deficiency_decision_id_decision"), nullable=True),
        sa.Column("cost_basis", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deficiency")),
        sa.UniqueConstraint("matter_id", name=op.f("uq_deficiency_matter_id")),
    )
    op.create_index(op.f("ix_deficiency_decision_id"), "deficiency", ["decision_id"])


def _risk() -> None:
    op.create_table(
        "risk",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), _key_of("matter", "fk_risk_matter_id_matter"), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("consequence", sa.String(), nullable=False),
        sa.Column("probability", sa.Integer(), nullable=True),
        sa.Column("impact", sa.Integer(), nullable=True),
        sa.Column("operational_answer", sa.String(), nullable=False),
        sa.Column("tactical_answer", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk")),
        sa.UniqueConstraint("matter_id", name=op.f("uq_risk_matter_id")),
    )


def _spreading() -> None:
    op.create_table(
        "spreading",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("source", _text_of("ck_spreading_party", "agency", "ssc"), nullable=False),
        sa.Column("came_on", sa.Date(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("channel", _text_of("ck_spreading_channel", "support", "forum", "customer_web", "phone", "email"), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), _key_of("matter", "fk_spreading_matter_id_matter"), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_spreading_meeting_id_meeting"), nullable=True),
        sa.Column("information_id", sa.Uuid(), _key_of("information", "fk_spreading_information_id_information"), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spreading")),
    )
    op.create_index(op.f("ix_spreading_done_on"), "spreading", ["done_on"])
    op.create_index(op.f("ix_spreading_information_id"), "spreading", ["information_id"])
    op.create_index(op.f("ix_spreading_matter_id"), "spreading", ["matter_id"])
    op.create_index(op.f("ix_spreading_meeting_id"), "spreading", ["meeting_id"])


def _saved_filter() -> None:
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filter")),
        sa.UniqueConstraint("page", "name", name=op.f("uq_saved_filter_page_name")),
    )
