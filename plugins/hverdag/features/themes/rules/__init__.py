"""Rules of the feature themes: one a module, named like its id."""
