"""The core's own hook implementations: they enter by the same door as everyone's."""
