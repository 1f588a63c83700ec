"""The validity of nods: which are to the current text, and which changes count as language corrections."""
