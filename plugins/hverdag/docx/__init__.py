"""Toolkit for Word files: styles, elements, and the text of a story."""
