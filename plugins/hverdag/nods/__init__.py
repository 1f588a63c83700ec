"""What nods are worth: which of them are to the text as it is, and what a language correction may change."""
