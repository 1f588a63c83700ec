"""Rules of the feature workplaces: one a module, named like its id."""
