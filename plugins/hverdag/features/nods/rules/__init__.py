"""Rules of the feature nods: one a module, named like its id."""
