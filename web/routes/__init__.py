"""One router a resource: translate, and nothing else."""
