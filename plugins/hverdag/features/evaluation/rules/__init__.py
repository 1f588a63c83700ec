"""Rules of the feature evaluation: one a module, named like its id."""
