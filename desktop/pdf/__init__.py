"""Documents: the tagged layer, then one module per document."""
