"""A whole case as W3C Web Annotations: every row points at its characters, and a case is made from them again."""
