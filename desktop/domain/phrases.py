"""Sentences that notes of meetings use again and again, in plain Swedish."""

PHRASES = (
    "Frågan bordläggs till nästa möte.",
    "Forumet beslutar att ",
    "Forumet ställer sig bakom förslaget.",
    "Forumet noterar informationen.",
    "Statens servicecenter redogör för läget.",
    "Myndigheten redogör för läget.",
    "Statens servicecenter återkommer med besked senast ",
    "Myndigheten återkommer med besked senast ",
    "Parterna är överens om att ",
    "Parterna har olika uppfattning om ",
    "Frågan lyfts till taktisk nivå.",
    "Frågan lyfts till strategisk nivå.",
    "Punkten utgår.",
    "Inget att rapportera.",
)
"""What can be inserted at the cursor; one that ends with a space is to be gone on with."""
