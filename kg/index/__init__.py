"""The search index: lists, filters, facets and full text over a snapshot, derived from its quads and only from them."""
