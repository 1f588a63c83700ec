"""What is done to a story's file, step by step: nods, reviews, withdrawals, approvals in the forge."""
