"""One answerer an intent."""
