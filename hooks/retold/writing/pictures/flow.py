"""Cut a network where it costs least.

The maximum flow by blocking flows over shortest paths (Dinitz, 1970) gives the cheapest
cut; the arcs are visited in the order in which they were added, so the cut is always the
same.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

ENDLESS = 1 << 40


@dataclass(slots=True)
class Network:
    """A directed network from node 0, the source, to node 1, the sink."""

    nodes: int
    arcs: list[list[int]] = field(init=False)  # node -> numbers of its arcs; arc n ^ 1 runs back
    heads: list[int] = field(default_factory=list)
    rooms: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.arcs = [[] for _ in range(self.nodes)]

    def add_arc(self, tail: int, head: int, room: int) -> None:
        """Let `room` flow from one node to another."""
        for node, to, capacity in ((tail, head, room), (head, tail, 0)):
            self.arcs[node].append(len(self.heads))
            self.heads.append(to)
            self.rooms.append(capacity)

    def cut(self) -> list[bool]:
        """Tell for each node whether it stays with the source in the cheapest cut."""
        while (levels := self._levels())[1] >= 0:
            self._push(levels)
        return [level >= 0 for level in levels]

    def _levels(self) -> list[int]:
        levels = [-1] * self.nodes
        levels[0] = 0
        queue = deque([0])
        while queue:
            node = queue.popleft()
            for arc in self.arcs[node]:
                head = self.heads[arc]
                if self.rooms[arc] and levels[head] < 0:
                    levels[head] = levels[node] + 1
                    queue.append(head)
        return levels

    def _push(self, levels: list[int]) -> None:
        """Push flow along shortest paths until none is left open."""
        tried = [0] * self.nodes
        path: list[int] = []
        node = 0
        while True:
            if node == 1:
                room = min(self.rooms[arc] for arc in path)
                for arc in path:
                    self.rooms[arc] -= room
                    self.rooms[arc ^ 1] += room
                full = next(at for at, arc in enumerate(path) if not self.rooms[arc])
                node = self.heads[path[full] ^ 1]
                del path[full:]
            elif tried[node] < len(self.arcs[node]):
                arc = self.arcs[node][tried[node]]
                if self.rooms[arc] and levels[self.heads[arc]] == levels[node] + 1:
                    path.append(arc)
                    node = self.heads[arc]
                else:
                    tried[node] += 1
            elif path:
                node = self.heads[path.pop() ^ 1]
                tried[node] += 1
            else:
                return
