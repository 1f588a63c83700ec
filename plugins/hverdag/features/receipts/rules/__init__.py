"""Rules of the feature receipts: one a module, named like its id."""
