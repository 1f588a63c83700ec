"""Makes a file for each workplace's business plan."""
