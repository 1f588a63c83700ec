"""Rules of the feature stories: one a module, named like its id."""
