"""The feature pamphlet."""
