"""The order of a storyline's lines: few crossings, proven where that can be had."""

from retold.writing.lines.order import LineOrder, arrange_lines, order_lines

__all__ = ["LineOrder", "arrange_lines", "order_lines"]
