"""Files as agencies have them, with fictional persons."""

from pathlib import Path

DATA = Path(__file__).parent / "data"
CONTACTS = DATA / "kontaktforteckning-2026-09-02.xlsx"
MATTERS = DATA / "arendelista.csv"
INVITATION = DATA / "kallelse-taktiskt-mote.ics"
SERVICE_LEVELS = DATA / "servicenivaer-2026-kv3.xlsx"
CARDS = DATA / "vcards"
