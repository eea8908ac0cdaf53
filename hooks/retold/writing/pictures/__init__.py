"""Pictures of a story, made when the site is built: pure functions from a story to SVG and HTML."""

from retold.writing.pictures.chart import draw_chart
from retold.writing.pictures.map import draw_map
from retold.writing.pictures.matrix import draw_matrix
from retold.writing.pictures.timeline import draw_timeline
from retold.writing.pictures.values import Picture, Place

__all__ = ["Picture", "Place", "draw_chart", "draw_map", "draw_matrix", "draw_timeline"]
