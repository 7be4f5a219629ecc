"""The register: what is taken in, published, kept and rolled back."""
