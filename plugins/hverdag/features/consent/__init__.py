"""The feature consent."""
