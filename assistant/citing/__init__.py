"""Places in the records, and what is cited from them: quotations, workings, notes, renderings."""
