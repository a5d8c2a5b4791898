"""Panels for notebooks and the app. What they show is made by states; nothing is decided here."""
