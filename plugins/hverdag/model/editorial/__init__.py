"""The editorial process of a story: approvals, changes, reviews, and withdrawal."""
