"""The feature nods."""
