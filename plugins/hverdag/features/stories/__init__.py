"""The feature stories."""
