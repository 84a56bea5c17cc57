"""Files in and out: spreadsheets, calendars, mail drafts."""
