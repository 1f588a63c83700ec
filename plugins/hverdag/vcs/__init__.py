"""The only room that asks git: what a publication was at another time."""
