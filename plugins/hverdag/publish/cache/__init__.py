"""What takes time to make is kept between builds, and forgotten when it must be."""
