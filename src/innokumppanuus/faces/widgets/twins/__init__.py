"""What the panels show, as text and tables that need no widgets."""
