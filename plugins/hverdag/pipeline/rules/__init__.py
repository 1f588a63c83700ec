"""Rules about what all features take: addresses, and folders in them."""
