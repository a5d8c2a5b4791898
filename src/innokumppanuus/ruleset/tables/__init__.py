"""Decision tables: their cells become nodes of the expression language, and are compared."""
