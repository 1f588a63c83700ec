"""Rules of the feature pamphlet: one a module, named like its id."""
