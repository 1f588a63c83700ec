"""The cache: output that is slow to make is kept between builds, and deleted when a story is withdrawn."""
