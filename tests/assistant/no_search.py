"""A search that finds nothing, so that what is answered rests on the records' structure alone."""


class NoSearch:
    """A retriever that finds nothing."""

    relevant_from = 0.5

    def search(self, query, *, language, filters, limit):
        """Nothing."""
        return ()

    def listing(self, *, filters, limit, offset):
        """Nothing."""
        return ()
