"""Rules of the feature outcome: one a module, named like its id."""
