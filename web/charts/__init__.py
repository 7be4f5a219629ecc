"""Charts as geometry: what is drawn where; the templates draw it. The same values give the same bytes."""
