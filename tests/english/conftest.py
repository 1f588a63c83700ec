"""The second sample, built once for all tests that look at it."""

from tests.harbour import built_harbour, harbour, offline_harbour

__all__ = ["built_harbour", "harbour", "offline_harbour"]
