"""One module a command of the terminal."""
