"""The pages: whole without script, each a view of what the assistant answers."""
