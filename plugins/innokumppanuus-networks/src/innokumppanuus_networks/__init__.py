"""Service networks by group: who serves whom, what is missing, and who holds it together."""
