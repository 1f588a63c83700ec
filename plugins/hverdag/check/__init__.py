"""Rules that every text is held to, whatever feature it belongs to."""
