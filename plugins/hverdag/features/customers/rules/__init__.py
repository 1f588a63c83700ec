"""Rules of the feature customers: one a module, named like its id."""
