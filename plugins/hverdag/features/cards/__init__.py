"""The feature cards."""
