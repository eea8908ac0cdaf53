"""Facts told otherwise: sentences taken apart, and one file a kind of rule that contrasts them."""
