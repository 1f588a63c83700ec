"""A folder for each feature: what it declares, checks, plans and renders. `FEATURES` lists them."""
