"""MkDocs and Material, which set our pages in a frame. No other room imports them."""
