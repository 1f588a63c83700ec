"""Rules of the feature tools."""
