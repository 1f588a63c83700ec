"""Answers to the questionnaires: taking them in, and counting them once a year."""
