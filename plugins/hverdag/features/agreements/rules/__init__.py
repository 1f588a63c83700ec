"""Rules of the feature agreements: one a module, named like its id."""
