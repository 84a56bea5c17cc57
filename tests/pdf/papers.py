"""The documents of one meeting to try the layer on: as they usually are, empty, long, and with text that means harm."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desktop.domain.meetings.agenda_document import AgendaLine
from desktop.domain.meetings.binder_document import BinderAttachment, BinderDocument, BinderItem
from desktop.domain.meetings.decision_extract import DecisionExtract, ExtractedDecision
from desktop.domain.meetings.differences_letter import DifferenceLine, DifferencesLetter
from desktop.domain.meetings.meeting_actions import MeetingAction, MeetingActions, PartyUndertakings
from desktop.domain.meetings.meeting_head import MeetingHead
from desktop.domain.meetings.notes_document import ActionLine, AttendanceLine, NotesDocument, NotesLine
from desktop.domain.meetings.proposals_document import ProposalsDocument, ProposedItem
from desktop.pdf.binder import binder_pdf
from desktop.pdf.decision_extract import decision_extract_pdf
from desktop.pdf.differences_letter import differences_letter_pdf
from desktop.pdf.meeting_actions import meeting_actions_pdf
from desktop.pdf.notes import notes_pdf
from desktop.pdf.proposals import proposals_pdf
from tests.pdf.documents import HOSTILE, agenda, hostile_agenda, items

DAY = date(2026, 12, 1)
LATER = date(2027, 3, 1)
DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
OURS, THEIRS = "Exempelmyndigheten", "Statens servicecenter"
HARM = (*HOSTILE.values(), "emoji \U0001f642 \ud83d", "styr\x00\x07\u202etecken", "lönespecifikationsrättelse" * 12)
"""Text that means harm, that cannot be shown and that is longer than any line."""

ACTION = ActionLine(text="Lämna incidentrapport", party=THEIRS, owner="Per Holmér", due_on=date(2026, 12, 8))
NOTED = NotesLine(
    number=3,
    title="Allvarlig incident: löneutbetalningen i oktober blev försenad",
    kind="Diskussion",
    section="Leverans",
    presenter="Anna Andersson",
    outcome="Behandlad",
    text="SSC redogjorde för förloppet.\nParterna var överens om att rutinen ska ses över.",
    decisions=("Rutinen för rättningar ses över före årsskiftet.",),
    actions=(ACTION, replace(ACTION, text="Informera berörda chefer", party=OURS, owner="", due_on=None)),
    information=("Lönesystemet är stängt den 24 december.",),
)
PEOPLE = (
    AttendanceLine(name="Anna Andersson", party=OURS, title="HR-chef", attendance="Närvarande"),
    AttendanceLine(name="Per Holmér", party=THEIRS, title="Kundansvarig", attendance="På distans"),
    AttendanceLine(name="Sara Berg", party=OURS, attendance="Ersatt", replaced_by="Jonas Öhman"),
)


def head(**changes: object) -> MeetingHead:
    """The head of the sample meeting."""
    return replace(MeetingHead.under(agenda()), **changes)


def hostile_head() -> MeetingHead:
    """A head in which every text means harm."""
    return MeetingHead.under(hostile_agenda())


def notes(**changes: object) -> NotesDocument:
    """Finalised notes of the sample meeting."""
    lines = (
        replace(NOTED, number=1, title="Inledning", section="", text="", decisions=(), actions=(), information=()),
        replace(NOTED, number=2, title="Avgifter", section="", outcome="Bordlagd", deferrals=3, actions=()),
        NOTED,
    )
    made = NotesDocument.under(head(), digest=DIGEST, written_by=THEIRS, participants=PEOPLE, items=lines)
    return replace(made, **changes)


def extract(**changes: object) -> DecisionExtract:
    """The decisions of the sample meeting."""
    first = ExtractedDecision(
        number=1,
        text="Parterna möts varje månad fram till sommaren.",
        level="Taktisk",
        decided_on=DAY,
        decided_by="Forumet gemensamt",
        item="Upprepade leveransbrister",
        valid_until=date(2027, 6, 30),
        review_on=LATER,
        source="Minnesanteckningar 2026-12-01, sidan 2",
        replaces="Parterna möts varje kvartal.",
    )
    second = ExtractedDecision(number=2, text="Rutinen ses över.", level="Taktisk", decided_on=DAY)
    return replace(DecisionExtract.under(head(), decisions=(first, second)), **changes)


def actions(**changes: object) -> MeetingActions:
    """What both sides undertook at the sample meeting."""
    late = MeetingAction(text="Lämna incidentrapport", owner="Per Holmér", item="Incident", due_on=DAY, days_overdue=14)
    done = replace(late, text="Beställ utbildning", days_overdue=0, done_on=DAY, result="Bokad i mars.")
    parties = (
        PartyUndertakings(party=OURS, actions=(done, MeetingAction(text="Utse kontaktperson"))),
        PartyUndertakings(party=THEIRS, actions=(late,)),
    )
    return replace(MeetingActions.under(head(), as_of=date(2026, 12, 15), parties=parties), **changes)


def proposals(**changes: object) -> ProposalsDocument:
    """Our proposals for the sample meeting."""
    lines = tuple(
        ProposedItem(
            number=line.number,
            title=line.title,
            kind=line.kind,
            presenter=line.presenter,
            minutes=line.minutes,
            wanted_outcome=line.wanted_outcome,
            source=line.source,
            sent_on=date(2026, 11, 24) if line.number % 2 else None,
        )
        for line in items(4)
    )
    return replace(ProposalsDocument.under(head(status="Utkast"), items=lines), **changes)


def letter(**changes: object) -> DifferencesLetter:
    """The letter about SSC's notes from the sample meeting."""
    made = DifferencesLetter.under(
        head(status="Utkast"),
        written_on=date(2026, 12, 15),
        received_on=date(2026, 12, 11),
        notes_file="minnesanteckningar-2026-12-01.pdf",
        differences=(
            DifferenceLine(
                number=3,
                title=NOTED.title,
                verdict="Avviker",
                remark="Datumet är ett annat än det vi kom överens om.\nVi ber er rätta det.",
                noted=NOTED.text,
                decisions=NOTED.decisions,
                actions=NOTED.actions,
            ),
            DifferenceLine(number=0, title="Anteckningarna som helhet", verdict="Saknas"),
        ),
    )
    return replace(made, **changes)


def binder(**changes: object) -> BinderDocument:
    """The binder of the sample meeting."""
    lines = [BinderItem(line=line) for line in items(6)]
    lines[2] = replace(lines[2], notes=NOTED)
    lines[3] = replace(lines[3], earlier="Parterna skulle återkomma.", earlier_on=date(2026, 9, 1))
    files = (
        BinderAttachment(number=1, name="Kallelse.pdf", dated_on=DAY, origin=THEIRS, size=183_400, digest=DIGEST),
        BinderAttachment(
            number=2, name="Servicenivåer kvartal 3.xlsx", dated_on=DAY, origin=OURS, size=1_240_000, digest=DIGEST,
            late=True,
        ),
    )  # fmt: skip
    made = BinderDocument.under(
        head(status="Utkast"),
        as_of=date(2026, 11, 30),
        available_on=date(2026, 11, 24),
        participants=PEOPLE,
        items=tuple(lines),
        attachments=files,
    )
    return replace(made, **changes)


def hostile_notes() -> NotesDocument:
    """Notes in which every text means harm."""
    lines = tuple(
        NotesLine(
            number=number,
            title=text,
            kind=text,
            section=text,
            presenter=text,
            outcome=text,
            deferrals=2,
            text=text,
            decisions=(text, text),
            actions=(ActionLine(text=text, party=text, owner=text),),
            information=(text,),
        )
        for number, text in enumerate(HARM, 1)
    )
    people = tuple(AttendanceLine(name=text, party=text, title=text, attendance=text) for text in HARM)
    return NotesDocument.under(hostile_head(), digest=DIGEST, written_by=HARM[0], participants=people, items=lines)


def _harmful_extract() -> DecisionExtract:
    lines = tuple(
        ExtractedDecision(
            number=number, text=text, level=text, decided_on=DAY, decided_by=text, item=text, source=text, replaces=text
        )
        for number, text in enumerate(HARM, 1)
    )
    return DecisionExtract.under(hostile_head(), decisions=lines)


def _harmful_actions() -> MeetingActions:
    lines = tuple(MeetingAction(text=text, owner=text, item=text, result=text) for text in HARM)
    parties = tuple(PartyUndertakings(party=text, actions=lines) for text in HARM[:2])
    return MeetingActions.under(hostile_head(), as_of=DAY, parties=parties)


def _harmful_proposals() -> ProposalsDocument:
    lines = tuple(
        ProposedItem(number=number, title=text, kind=text, presenter=text, wanted_outcome=text, source=text)
        for number, text in enumerate(HARM, 1)
    )
    return ProposalsDocument.under(hostile_head(), items=lines)


def _harmful_letter() -> DifferencesLetter:
    lines = tuple(
        DifferenceLine(number=0, title=text, verdict=text, remark=text, noted=text, decisions=(text,)) for text in HARM
    )
    return DifferencesLetter.under(hostile_head(), written_on=DAY, notes_file=HARM[4], differences=lines)


def _harmful_binder() -> BinderDocument:
    at = head()
    lines = tuple(
        BinderItem(
            line=AgendaLine(
                number=number, title=text, kind=text, starts=at.starts, ends=at.ends, presenter=text, minutes=5,
                wanted_outcome=text, source=text,
            ),
            earlier=text,
            notes=replace(NOTED, title=text, text=text, outcome=text),
        )
        for number, text in enumerate(HARM, 1)
    )  # fmt: skip
    files = tuple(
        BinderAttachment(number=n, name=text, dated_on=DAY, origin=text, size=n, digest=DIGEST, late=n % 2 > 0)
        for n, text in enumerate(HARM, 1)
    )
    people = tuple(AttendanceLine(name=text, party=text) for text in HARM)
    return BinderDocument.under(hostile_head(), as_of=DAY, participants=people, items=lines, attachments=files)


def _bare() -> dict[str, object]:
    return {"secrecy": None, "place": "", "convener": "", "level": "", "title": " "}


PAPERS: dict[str, Callable[[], bytes]] = {
    "notes": lambda: notes_pdf(notes()),
    "notes-draft": lambda: notes_pdf(notes(digest="", status="Utkast")),
    "notes-bare": lambda: notes_pdf(notes(items=(), participants=(), digest="", written_by="", **_bare())),
    "notes-of-two-hundred": lambda: notes_pdf(
        notes(items=tuple(replace(NOTED, number=n, section=f"Del {n // 50}") for n in range(1, 201)))
    ),
    "notes-hostile": lambda: notes_pdf(hostile_notes()),
    "extract": lambda: decision_extract_pdf(extract()),
    "extract-bare": lambda: decision_extract_pdf(extract(decisions=(), **_bare())),
    "extract-hostile": lambda: decision_extract_pdf(_harmful_extract()),
    "actions": lambda: meeting_actions_pdf(actions()),
    "actions-bare": lambda: meeting_actions_pdf(actions(parties=(PartyUndertakings(party=" "),), **_bare())),
    "actions-hostile": lambda: meeting_actions_pdf(_harmful_actions()),
    "proposals": lambda: proposals_pdf(proposals()),
    "proposals-bare": lambda: proposals_pdf(proposals(items=(), **_bare())),
    "proposals-hostile": lambda: proposals_pdf(_harmful_proposals()),
    "letter": lambda: differences_letter_pdf(letter()),
    "letter-bare": lambda: differences_letter_pdf(
        letter(differences=(), notes_file="", received_on=None, secrecy=None)
    ),
    "letter-hostile": lambda: differences_letter_pdf(_harmful_letter()),
    "binder": lambda: binder_pdf(binder()),
    "binder-bare": lambda: binder_pdf(binder(items=(), participants=(), attachments=(), available_on=None)),
    "binder-hostile": lambda: binder_pdf(_harmful_binder()),
}
"""Every document of a meeting but the agenda, made anew each time, by a name of its own."""
