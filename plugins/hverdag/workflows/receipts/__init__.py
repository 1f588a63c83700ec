"""Takes receipts in from CSV files, and folds old ones into counts: all of it is planned first, and then written."""
