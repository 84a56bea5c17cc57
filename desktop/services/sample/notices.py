"""Changes of contacts: one that SSC remains to be told of, and one that was announced at a forum (R18)."""

from datetime import date, timedelta

from desktop.domain.contacts.contact import Contact
from desktop.domain.contacts.contact_notice import ContactNotice, NoticeChannel
from desktop.domain.dates import add_months, in_prose
from desktop.domain.identity import new_id
from desktop.models.contact_list import ContactNoticeRecord
from desktop.services.sample.stage import Stage


def add_notices(stage: Stage) -> None:
    """The strategic contact who left and has no successor, and the information officer who came in the spring."""
    last = add_months(stage.day, -1)
    stage.records += [
        ContactNoticeRecord.of(_leaving(stage.contacts["Erik"], last)),
        ContactNoticeRecord.of(_announced(stage, stage.contacts["Jonas"])),
    ]


def _leaving(erik: Contact, last: date) -> ContactNotice:
    first = last + timedelta(days=1)
    return ContactNotice(
        id=new_id(),
        title=f"{erik.name} lämnar strategisk nivå den {in_prose(first)}",
        body="\n".join(
            (
                f"Byte av kontaktperson från den {in_prose(first)}.",
                "",
                f"Lämnar: {erik.name}, {erik.title.lower()}",
                f"Uppdrag som upphör: strategisk nivå, sista dag {in_prose(last)}",
                "",
                "Ingen efterträdare är utsedd ännu. Vi återkommer när det är klart.",
            )
        ),
        effective_on=first,
        made_on=last,
        contact_id=erik.id,
    )


def _announced(stage: Stage, jonas: Contact) -> ContactNotice:
    past = stage.meetings["past"]
    made = past.day - timedelta(days=20)
    return ContactNotice(
        id=new_id(),
        title=f"Ändrade uppgifter för {jonas.name}: titel",
        body=f"Ändrade uppgifter för {jonas.name}:\nTitel: Kommunikatör → {jonas.title}",
        effective_on=made,
        made_on=made,
        contact_id=jonas.id,
        channel=NoticeChannel.FORUM,
        meeting_id=past.id,
        announced_on=past.day,
        reference="Minnesanteckningarna, punkt 5",
    )
