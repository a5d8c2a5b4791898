"""The Jyväskylä partnership accelerator of 2017 as a plugin; its doors are `hooks` and `faces`."""
