"""Which procedures and things a question is about."""
