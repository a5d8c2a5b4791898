"""Service networks from files and back: lists in xlsx or csv, and the Finnish service catalogue."""
