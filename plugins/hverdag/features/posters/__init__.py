"""The feature posters."""
