"""Model to chapters: what goes where, and no markup."""
