"""Rules of the feature cards: one a module, named like its id."""
