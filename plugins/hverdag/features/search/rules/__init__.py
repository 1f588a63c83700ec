"""Rules of the feature search: one a module, named like its id."""
