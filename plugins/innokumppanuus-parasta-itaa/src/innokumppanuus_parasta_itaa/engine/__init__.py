"""The verbs over a consortium: pure and exact. They read no file and no clock."""
