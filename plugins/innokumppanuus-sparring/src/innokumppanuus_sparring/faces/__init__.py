"""What the plugin offers to people. Each face is in its own module."""
