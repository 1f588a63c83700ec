"""How far the value work has come: workplaces, what they report back, and how it is counted."""
