"""Rules of the feature values: one a module, named like its id."""
