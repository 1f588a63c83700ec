"""Rules of the feature consent: one a module, named like its id."""
