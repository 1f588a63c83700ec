"""Gives a text, a page or a goal another name: all of it is planned and tried first, and then written at once."""
