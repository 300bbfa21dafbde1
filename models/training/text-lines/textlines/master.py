"""The frame in which lines are stored before they are degraded: larger than the net's own, same proportions."""

X_HEIGHT = 20
"""Height of the letter x in pixels."""
BASELINE = 52
"""Row boundary on which letters stand: the ink of an x fills rows 32 to 51."""
HEIGHT = 84
MARGIN = 12
"""White columns left and right."""
WIDEST = 2600
"""Longest stored line in pixels."""
