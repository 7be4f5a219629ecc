"""From a verdict to sentences in the asker's language."""
