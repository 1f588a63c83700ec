"""Rules of the feature posters: one a module, named like its id."""
