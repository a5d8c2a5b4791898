"""Robust portfolio modeling: every set that can be defended, and who is in all of them."""
