"""What can be computed from a vote or from figures, each with its working."""
