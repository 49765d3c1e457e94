"""What readers ask of a parse: relations, forms, types of names. A model that lacks one of them is refused."""
