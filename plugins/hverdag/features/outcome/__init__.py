"""The feature outcome."""
