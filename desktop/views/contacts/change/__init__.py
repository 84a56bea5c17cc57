"""The change of contact: who leaves, who comes and what follows, and the notice until SSC has been told (R18)."""
