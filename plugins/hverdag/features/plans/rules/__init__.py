"""Rules of the feature plans: one a module, named like its id."""
