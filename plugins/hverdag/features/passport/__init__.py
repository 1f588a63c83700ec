"""The feature passport."""
