"""Going through the contact list: who is to be confirmed, who has been, and the letter that asks (R17)."""
