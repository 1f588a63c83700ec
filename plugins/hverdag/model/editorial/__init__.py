"""What is done with a story on its way: approvals, changes and reviews of them, and its withdrawal."""
