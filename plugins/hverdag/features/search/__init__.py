"""The feature search."""
