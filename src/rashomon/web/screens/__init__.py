"""What each screen shows, gathered from a case: one module a screen, plain values for one template."""
