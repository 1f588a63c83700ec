"""The texts of a publication: the declared fields of values, stories, methods and pages, and their bodies as trees."""
