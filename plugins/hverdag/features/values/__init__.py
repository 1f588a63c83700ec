"""The feature values."""
