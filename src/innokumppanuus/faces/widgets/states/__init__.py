"""Plain states under the panels: no widgets, so that they can be tested and run anywhere."""
