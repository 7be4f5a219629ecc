"""What is voted on, where a question names it."""
