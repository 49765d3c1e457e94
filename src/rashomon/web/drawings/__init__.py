"""Drawings as SVG, laid out by arithmetic alone: the same rows give the same drawing, and none moves."""
