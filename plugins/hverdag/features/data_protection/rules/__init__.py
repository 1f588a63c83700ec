"""Rules of the feature data protection: one a module, named like its id."""
