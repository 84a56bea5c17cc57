"""What was done, in the Swedish words of undo and history."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.history import Act


def act_words(act: Act) -> str:
    """What was done, as a verb in the infinitive and to what: "flytta punkt ”Avgifter 2027”"."""
    if act.verb == "agenda.accept" and act.subject.isdigit():
        return QCoreApplication.translate("Wording", "lägg till {count} förslag").format(count=act.subject)
    words = _acts().get(act.verb) or QCoreApplication.translate("Wording", "ändra")
    return f"{words} ”{act.subject}”" if act.subject else words


def undo_words(act: Act) -> str:
    """What "Ångra" would take back: "Ångra: flytta punkt ”Avgifter 2027”"."""
    return QCoreApplication.translate("Wording", "Ångra: {act}").format(act=act_words(act))


def redo_words(act: Act) -> str:
    """What "Gör om" would do again."""
    return QCoreApplication.translate("Wording", "Gör om: {act}").format(act=act_words(act))


def _acts() -> Mapping[str, str]:
    return {
        "agenda.add": QCoreApplication.translate("Wording", "lägg till punkt"),
        "agenda.move": QCoreApplication.translate("Wording", "flytta punkt"),
        "agenda.change": QCoreApplication.translate("Wording", "ändra punkt"),
        "agenda.remove": QCoreApplication.translate("Wording", "ta bort punkt"),
        "agenda.accept": QCoreApplication.translate("Wording", "lägg till förslag"),
        "template.make": QCoreApplication.translate("Wording", "gör mall"),
        "template.rename": QCoreApplication.translate("Wording", "byt namn på mall"),
        "template.remove": QCoreApplication.translate("Wording", "ta bort mall"),
        "template.apply": QCoreApplication.translate("Wording", "använd mall"),
        "agenda.dismiss": QCoreApplication.translate("Wording", "avfärda förslag"),
        "agenda.recall": QCoreApplication.translate("Wording", "visa avfärdade förslag igen"),
        "agenda.prepare": QCoreApplication.translate("Wording", "skriv förberedelse till punkt"),
        "agenda.send": QCoreApplication.translate("Wording", "föreslå punkter för SSC"),
        "agenda.compare": QCoreApplication.translate("Wording", "jämför med SSC:s dagordning"),
        "bank.add": QCoreApplication.translate("Wording", "lägg i punktbanken"),
        "bank.change": QCoreApplication.translate("Wording", "ändra i punktbanken"),
        "bank.remove": QCoreApplication.translate("Wording", "ta bort ur punktbanken"),
        "agenda.move_on": QCoreApplication.translate("Wording", "flytta bordlagd punkt till senare möte"),
        "agenda.copy_on": QCoreApplication.translate("Wording", "kopiera bordlagd punkt till senare möte"),
        "meeting.close": QCoreApplication.translate("Wording", "avsluta möte"),
        "meeting.reopen": QCoreApplication.translate("Wording", "öppna avslutat möte igen"),
        "notes.finalise": QCoreApplication.translate("Wording", "fastställ anteckningar från"),
        "notes.reopen": QCoreApplication.translate("Wording", "öppna anteckningar igen från"),
        "meeting.create": QCoreApplication.translate("Wording", "lägg upp möte"),
        "meeting.change": QCoreApplication.translate("Wording", "ändra möte"),
        "meeting.remove": QCoreApplication.translate("Wording", "ta bort möte"),
        "meeting.convene": QCoreApplication.translate("Wording", "gör kallelse till möte"),
        "meeting.cancel": QCoreApplication.translate("Wording", "ställ in möte"),
        "meeting.resume": QCoreApplication.translate("Wording", "ta upp möte igen"),
        "meeting.step": QCoreApplication.translate("Wording", "ta steg i möte"),
        "meeting.step_back": QCoreApplication.translate("Wording", "ta tillbaka steg i möte"),
        "meeting.invite": QCoreApplication.translate("Wording", "lägg till deltagare"),
        "meeting.participant": QCoreApplication.translate("Wording", "ändra deltagare"),
        "meeting.attend": QCoreApplication.translate("Wording", "ange närvaro för"),
        "meeting.all_present": QCoreApplication.translate("Wording", "ange alla som närvarande"),
        "meeting.uninvite": QCoreApplication.translate("Wording", "ta bort deltagare"),
        "attachment.add": QCoreApplication.translate("Wording", "bifoga fil"),
        "attachment.replace": QCoreApplication.translate("Wording", "ersätt bilaga"),
        "attachment.change": QCoreApplication.translate("Wording", "ändra bilaga"),
        "attachment.remove": QCoreApplication.translate("Wording", "ta bort bilaga"),
        "series.create": QCoreApplication.translate("Wording", "lägg upp serie"),
        "series.change": QCoreApplication.translate("Wording", "ändra serie"),
        "series.extend": QCoreApplication.translate("Wording", "lägg upp fler möten i serie"),
        "series.end": QCoreApplication.translate("Wording", "avsluta serie"),
        "series.remove": QCoreApplication.translate("Wording", "ta bort serie"),
        "contact.add": QCoreApplication.translate("Wording", "lägg till kontakt"),
        "contact.change": QCoreApplication.translate("Wording", "ändra kontakt"),
        "contact.confirm": QCoreApplication.translate("Wording", "bekräfta kontakt"),
        "contact.confirm_all": QCoreApplication.translate("Wording", "bekräfta kontakter hos"),
        "contact.remove": QCoreApplication.translate("Wording", "ta bort kontakt"),
        "contact.end": QCoreApplication.translate("Wording", "avsluta kontakt"),
        "contact.resume": QCoreApplication.translate("Wording", "öppna avslutad kontakt"),
        "contact.anonymise": QCoreApplication.translate("Wording", "anonymisera kontakt"),
        "contact.merge": QCoreApplication.translate("Wording", "slå samman kontakt"),
        "contact.distinguish": QCoreApplication.translate("Wording", "håll isär kontakter"),
        "contact.assign": QCoreApplication.translate("Wording", "ge uppdrag till"),
        "contact.assignment": QCoreApplication.translate("Wording", "ändra uppdrag för"),
        "contact.unassign": QCoreApplication.translate("Wording", "ta bort uppdrag från"),
        "contact.entitle": QCoreApplication.translate("Wording", "ge beställningsrätt till"),
        "contact.right": QCoreApplication.translate("Wording", "ändra beställningsrätt för"),
        "contact.disentitle": QCoreApplication.translate("Wording", "ta bort beställningsrätt från"),
        "contact.replace": QCoreApplication.translate("Wording", "byt kontaktperson"),
        "notice.make": QCoreApplication.translate("Wording", "gör anmälan"),
        "notice.change": QCoreApplication.translate("Wording", "ändra anmälan"),
        "notice.plan": QCoreApplication.translate("Wording", "ta upp på möte"),
        "notice.announce": QCoreApplication.translate("Wording", "markera som meddelad"),
        "notice.reopen": QCoreApplication.translate("Wording", "öppna anmälan igen"),
        "notice.remove": QCoreApplication.translate("Wording", "ta bort anmälan"),
        "contacts.reconcile": QCoreApplication.translate("Wording", "stäm av mot"),
        "roster.check": QCoreApplication.translate("Wording", "kontrollera"),
        "rule.change": QCoreApplication.translate("Wording", "ändra inställning"),
        "import.contacts": QCoreApplication.translate("Wording", "läs in kontakter"),
        "import.matters": QCoreApplication.translate("Wording", "läs in ärenden"),
        "import.invitation": QCoreApplication.translate("Wording", "läs in kallelse"),
        "agreement.change": QCoreApplication.translate("Wording", "ändra överenskommelse"),
        "sample.fill": QCoreApplication.translate("Wording", "lägg in exempel"),
        "history.undo": QCoreApplication.translate("Wording", "ångra"),
        "history.redo": QCoreApplication.translate("Wording", "gör om"),
        "matter.change": QCoreApplication.translate("Wording", "ändra ärende"),
        "action.add": QCoreApplication.translate("Wording", "lägg till åtgärd"),
        "action.change": QCoreApplication.translate("Wording", "ändra åtgärd"),
        "action.finish": QCoreApplication.translate("Wording", "markera åtgärd som klar"),
        "action.reopen": QCoreApplication.translate("Wording", "öppna åtgärd igen"),
        "action.remove": QCoreApplication.translate("Wording", "ta bort åtgärd"),
        "notes_check.receive": QCoreApplication.translate("Wording", "ta emot anteckningar från"),
        "notes_check.complete": QCoreApplication.translate("Wording", "avsluta granskningen av anteckningar från"),
        "evaluation.change": QCoreApplication.translate("Wording", "utvärdera möte"),
        "survey.add": QCoreApplication.translate("Wording", "registrera enkät efter"),
        "survey.change": QCoreApplication.translate("Wording", "ändra enkät efter"),
        "survey.remove": QCoreApplication.translate("Wording", "ta bort enkät efter"),
        "notes_check.judge": QCoreApplication.translate("Wording", "bedöm i anteckningarna"),
        "notes_check.comment": QCoreApplication.translate("Wording", "kommentera i anteckningarna"),
        "decision.add": QCoreApplication.translate("Wording", "lägg till beslut"),
        "decision.change": QCoreApplication.translate("Wording", "ändra beslut"),
        "decision.remove": QCoreApplication.translate("Wording", "ta bort beslut"),
        "information.add": QCoreApplication.translate("Wording", "lägg till information"),
        "information.change": QCoreApplication.translate("Wording", "ändra information"),
        "information.remove": QCoreApplication.translate("Wording", "ta bort information"),
        "note.write": QCoreApplication.translate("Wording", "skriv anteckning till punkt"),
        "agenda.settle": QCoreApplication.translate("Wording", "ange läge för punkt"),
    }
