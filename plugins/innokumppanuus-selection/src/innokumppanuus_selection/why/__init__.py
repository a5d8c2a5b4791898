"""Why applications came in or stayed out, and what would turn it: for fields of any size."""
