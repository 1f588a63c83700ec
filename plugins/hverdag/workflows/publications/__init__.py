"""What is done to a publication as a whole: it is begun, and kept in step with the program."""
