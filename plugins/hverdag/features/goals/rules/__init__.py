"""Rules of the feature goals: one a module, named like its id."""
