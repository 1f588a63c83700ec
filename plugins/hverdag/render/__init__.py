"""Chapters to text: web pages and reports. Every template escapes what it is given."""
