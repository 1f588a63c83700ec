"""What people write: the declared fields of values, stories, methods and pages, and their text as a tree."""
