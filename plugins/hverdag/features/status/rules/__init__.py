"""Rules of the feature status: one a module, named like its id."""
