"""Rules of the feature addresses: one a module, named like its id."""
