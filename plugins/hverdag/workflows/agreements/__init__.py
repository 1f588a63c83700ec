"""Takes agreements in from CSV files, writes each workplace its own, and folds old ones into counts."""
