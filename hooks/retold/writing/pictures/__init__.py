"""Pictures of a story, made when the site is built: pure functions from a story to SVG and HTML."""

from retold.writing.pictures.chart import draw_chart
from retold.writing.pictures.values import Picture, Place

__all__ = ["Picture", "Place", "draw_chart"]
