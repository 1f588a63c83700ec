"""Toolkit for reports: problems, reviews, letters and lists, as text, Markdown, JSON or HTML."""
