"""The nouns of a consortium with regional pilots; nothing acts here."""
