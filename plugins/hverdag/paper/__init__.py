"""Toolkit for paper: the house style in Typst, and the text of a story as data for it."""
