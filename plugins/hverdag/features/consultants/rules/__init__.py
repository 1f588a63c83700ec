"""Rules of the feature consultants: one a module, named like its id."""
