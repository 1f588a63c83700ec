"""The nouns of the house. This room imports nothing but the standard library and pydantic."""
