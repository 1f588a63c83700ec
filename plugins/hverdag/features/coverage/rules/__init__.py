"""Rules of the feature coverage: one a module, named like its id."""
