"""Hverdag: everyday stories and shared values, built into a handbook."""

__version__ = "0.2.0"
