"""The first schema: agreement, contacts, meetings, agendas, matters, follow-up, orders and their history."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _text_of(constraint: str, *values: str) -> sa.Enum:
    """A text column that holds one of these values."""
    return sa.Enum(*values, name=op.f(constraint), native_enum=False, create_constraint=True, length=32)


def _key_of(table: str, constraint: str) -> sa.ForeignKey:
    """A reference that is checked at commit."""
    return sa.ForeignKey(f"{table}.id", name=op.f(constraint), deferrable=True, initially="DEFERRED")


def upgrade() -> None:
    """Make the tables and their indexes."""
    _agreement()
    _change()
    _contact()
    _service_area()
    _assignment()
    _authorised_orderer()
    _change_field()
    _level_choice()
    _matter()
    _meeting()
    _service_order()
    _action()
    _agenda_item()
    _decision()
    _dismissal()
    _participant()
    _received_point()
    _preparation()


def _agreement() -> None:
    op.create_table(
        "agreement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agency_name", sa.String(), nullable=False),
        sa.Column("agency_number", sa.String(), nullable=False),
        sa.Column("own_registry_number", sa.String(), nullable=False),
        sa.Column("ssc_registry_number", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.CheckConstraint("id = '00000000000000000000000000000001'", name=op.f("ck_agreement_single")),
    )


def _change() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=True),
        sa.Column("undoes", sa.Uuid(), sa.ForeignKey("change.id", name=op.f("fk_change_undoes_change")), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    op.create_index(op.f("ix_change_at"), "change", ["at"])


def _contact() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("party", _text_of("ck_contact_party", "agency", "ssc"), nullable=False),
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_sort_key"), "contact", ["sort_key"])


def _service_area() -> None:
    op.create_table(
        "service_area",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_area")),
    )


def _assignment() -> None:
    op.create_table(
        "assignment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), _key_of("contact", "fk_assignment_contact_id_contact"), nullable=False),
        sa.Column("level", _text_of("ck_assignment_level", "operational", "tactical", "strategic"), nullable=True),
        sa.Column("function", sa.String(), nullable=False),
        sa.Column("area_id", sa.Uuid(), _key_of("service_area", "fk_assignment_area_id_service_area"), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    op.create_index(op.f("ix_assignment_area_id"), "assignment", ["area_id"])
    op.create_index(op.f("ix_assignment_contact_id"), "assignment", ["contact_id"])


def _authorised_orderer() -> None:
    op.create_table(
        "authorised_orderer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "contact_id", sa.Uuid(), _key_of("contact", "fk_authorised_orderer_contact_id_contact"), nullable=False
        ),
        sa.Column(
            "area_id", sa.Uuid(), _key_of("service_area", "fk_authorised_orderer_area_id_service_area"), nullable=True
        ),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("limit_ore", sa.Integer(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_authorised_orderer")),
    )
    op.create_index(op.f("ix_authorised_orderer_area_id"), "authorised_orderer", ["area_id"])
    op.create_index(op.f("ix_authorised_orderer_contact_id"), "authorised_orderer", ["contact_id"])


def _change_field() -> None:
    op.create_table(
        "change_field",
        sa.Column(
            "change_id",
            sa.Uuid(),
            sa.ForeignKey("change.id", name=op.f("fk_change_field_change_id_change")),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("old", sa.String(), nullable=True),
        sa.Column("new", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("change_id", "position", name=op.f("pk_change_field")),
    )
    op.create_index(op.f("ix_change_field_parent_id"), "change_field", ["parent_id"])
    op.create_index(op.f("ix_change_field_record_id"), "change_field", ["record_id"])


def _level_choice() -> None:
    op.create_table(
        "level_choice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "agreement_id", sa.Uuid(), _key_of("agreement", "fk_level_choice_agreement_id_agreement"), nullable=False
        ),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("model", _text_of("ck_level_choice_levelmodel", "three", "two"), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_level_choice")),
    )
    op.create_index(op.f("ix_level_choice_agreement_id"), "level_choice", ["agreement_id"])


def _matter() -> None:
    op.create_table(
        "matter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column(
            "kind", _text_of("ck_matter_matterkind", "question", "deficiency", "incident", "risk"), nullable=False
        ),
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
        sa.Column(
            "grade", _text_of("ck_matter_grade", "serious", "significant", "moderate", "negligible"), nullable=True
        ),
        sa.Column("report_on", sa.Date(), nullable=True),
        sa.Column("escalated_on", sa.Date(), nullable=True),
        sa.Column("raised_operational_on", sa.Date(), nullable=True),
        sa.Column("raised_tactical_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter")),
    )
    op.create_index(op.f("ix_matter_area_id"), "matter", ["area_id"])
    op.create_index(op.f("ix_matter_kind_area_id_reported_on"), "matter", ["kind", "area_id", "reported_on"])
    op.create_index(op.f("ix_matter_number"), "matter", ["number"])
    op.create_index(op.f("ix_matter_reported_on"), "matter", ["reported_on"])
    op.create_index(op.f("ix_matter_status_level_reported_on"), "matter", ["status", "level", "reported_on"])


def _meeting() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("level", _text_of("ck_meeting_level", "operational", "tactical", "strategic"), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("area_id", sa.Uuid(), _key_of("service_area", "fk_meeting_area_id_service_area"), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("convener", _text_of("ck_meeting_party", "agency", "ssc"), nullable=False),
        sa.Column(
            "state",
            _text_of(
                "ck_meeting_meetingstate",
                "planned",
                "convened",
                "agenda_available",
                "held",
                "notes_awaited",
                "notes_received",
                "notes_checked",
                "cancelled",
            ),
            nullable=False,
        ),
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
    op.create_index(op.f("ix_meeting_area_id"), "meeting", ["area_id"])
    op.create_index(op.f("ix_meeting_calendar_uid"), "meeting", ["calendar_uid"])
    op.create_index(op.f("ix_meeting_level_starts_at"), "meeting", ["level", "starts_at"])
    op.create_index(op.f("ix_meeting_starts_at"), "meeting", ["starts_at"])


def _service_order() -> None:
    op.create_table(
        "service_order",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column(
            "kind",
            _text_of("ck_service_order_orderkind", "special_service", "additional_service", "service_change"),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column(
            "state",
            _text_of(
                "ck_service_order_orderstate",
                "draft",
                "submitted",
                "quoted",
                "in_progress",
                "delivered",
                "supplement_drafted",
                "approved",
                "in_force",
                "declined",
                "cancelled",
            ),
            nullable=False,
        ),
        sa.Column(
            "area_id", sa.Uuid(), _key_of("service_area", "fk_service_order_area_id_service_area"), nullable=True
        ),
        sa.Column("value_ore", sa.Integer(), nullable=True),
        sa.Column("consulted", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_order")),
    )
    op.create_index(op.f("ix_service_order_area_id"), "service_order", ["area_id"])
    op.create_index(op.f("ix_service_order_number"), "service_order", ["number"])
    op.create_index(op.f("ix_service_order_state"), "service_order", ["state"])


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
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    op.create_index(op.f("ix_action_done_on_level_due_on"), "action", ["done_on", "level", "due_on"])
    op.create_index(op.f("ix_action_meeting_id"), "action", ["meeting_id"])


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
        sa.Column(
            "source_kind",
            _text_of(
                "ck_agenda_item_sourcekind",
                "own",
                "standing",
                "received",
                "matter",
                "repetition",
                "action",
                "item",
                "order",
                "contacts",
            ),
            nullable=False,
        ),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("source_label", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column(
            "state", _text_of("ck_agenda_item_itemstate", "open", "dealt_with", "deferred", "struck"), nullable=False
        ),
        sa.Column("deferrals", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item")),
    )
    op.create_index(op.f("ix_agenda_item_meeting_id_position"), "agenda_item", ["meeting_id", "position"])
    op.create_index(op.f("ix_agenda_item_presenter_id"), "agenda_item", ["presenter_id"])
    op.create_index(op.f("ix_agenda_item_state"), "agenda_item", ["state"])


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_decision_meeting_id_meeting"), nullable=True),
        sa.Column("level", _text_of("ck_decision_level", "operational", "tactical", "strategic"), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index(op.f("ix_decision_decided_on"), "decision", ["decided_on"])
    op.create_index(op.f("ix_decision_meeting_id"), "decision", ["meeting_id"])


def _dismissal() -> None:
    op.create_table(
        "dismissal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_dismissal_meeting_id_meeting"), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dismissal")),
        sa.UniqueConstraint("meeting_id", "key", name=op.f("uq_dismissal_meeting_id_key")),
    )


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
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
    )
    op.create_index(op.f("ix_participant_contact_id"), "participant", ["contact_id"])
    op.create_index(op.f("ix_participant_meeting_id"), "participant", ["meeting_id"])


def _received_point() -> None:
    op.create_table(
        "received_point",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), _key_of("meeting", "fk_received_point_meeting_id_meeting"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received_point")),
    )
    op.create_index(op.f("ix_received_point_meeting_id_number"), "received_point", ["meeting_id", "number"])


def _preparation() -> None:
    op.create_table(
        "preparation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), _key_of("agenda_item", "fk_preparation_item_id_agenda_item"), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preparation")),
        sa.UniqueConstraint("item_id", name=op.f("uq_preparation_item_id")),
    )
