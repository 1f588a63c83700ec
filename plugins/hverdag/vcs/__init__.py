"""Access to the git history of a publication. No other room runs git."""
