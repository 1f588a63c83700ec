"""Text to files: the staging folder, the swap, and the fonts."""
