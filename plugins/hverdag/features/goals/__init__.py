"""The feature goals."""
