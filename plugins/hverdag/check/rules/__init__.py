"""Rules for every text, whatever it is: one rule a module, named like its id."""
