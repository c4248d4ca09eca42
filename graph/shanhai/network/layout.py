"""Positions for a picture, computed beforehand: nothing moves when a page opens.

Stress majorisation (Gansner, Koren & North, Graph drawing by stress majorization, 2004) from
a start on a square grid, then boxes are pushed apart until no label lies on another. It uses
only additions, multiplications, divisions and square roots of floats, element by element and
summed row by row, and rounds to whole units at the end. These operations are defined to the
last bit by IEEE 754, so the same positions are expected on every machine; that is tested for
repeated runs, and not guaranteed between builds of numpy. (The rings of very large networks
use sine and cosine too, whose last bit may differ; rounding hides it almost always.)
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx

WIDTH, HEIGHT = 1000.0, 720.0
"""Size of the picture that the positions are made for; it grows with the labels."""

_LARGE = 800
_ROUNDS = 150
_PUSHES = 400
_FILL = 0.42
_HOLD = 0.12
_CLEAR = 20.0


@dataclass(frozen=True, slots=True)
class Box:
    """The space a node and its label take, in the units of positions (pixels at full size)."""

    width: float = 110.0
    height: float = 60.0


def layout(
    graph: networkx.Graph,
    *,
    boxes: Mapping[str, Box] | None = None,
    sides: Mapping[str, int] | None = None,
) -> dict[str, tuple[int, int]]:
    """Return a position for each node, around (0, 0), x to the right and y downwards.

    Args:
        graph: The network; its parts lie side by side.
        boxes: Space for each node with its label; a node without one gets the default.
        sides: -1 for nodes that belong left, 1 right; others go where their ties pull them.

    More than 800 nodes are laid on rings from the best-tied node outwards, since no label
    would be legible among so many and the exact method takes time with their square.
    """
    import numpy as np

    names = sorted(graph)
    if not names:
        return {}
    order = {name: i for i, name in enumerate(names)}
    partners = [sorted(order[other] for other in graph[name] if other != name) for name in names]
    its = [(boxes or {}).get(name, Box()) for name in names]
    sizes = np.array([(box.width, box.height) for box in its])
    area = float(sum(box.width * box.height for box in its))
    grow = max(1.0, math.sqrt(area / _FILL / (WIDTH * HEIGHT)))
    frame = np.array([WIDTH * grow, HEIGHT * grow])
    if len(names) > _LARGE:
        places = _rings(partners, frame)
    else:
        pull = np.array([float((sides or {}).get(name, 0)) for name in names])
        places = _stress(partners, pull, frame)
        places = _push_apart(places, sizes, frame, partners)
    centre = (places.min(axis=0) + places.max(axis=0)) / 2
    return {
        name: (round(float(x)), round(float(y)))
        for name, (x, y) in zip(names, places - centre, strict=True)
    }


def sides_of(parents: Mapping[str, Iterable[str]], left: str, right: str) -> dict[str, int]:
    """Return -1 for what lies in ``left`` and 1 for what lies in ``right``, themselves too.

    Args:
        parents: For each IRI the IRIs of what it is part of or located in.
        left: IRI of the region whose side is left.
        right: IRI of the region whose side is right.

    What lies in both, or in neither, has no side and is left out.

    >>> sides_of({"enclave": ["minhang"], "minhang": ["shanghai"]}, "jinyun", "shanghai")
    {'enclave': 1, 'jinyun': -1, 'minhang': 1, 'shanghai': 1}
    """
    found: dict[str, int] = {}
    for start in sorted({*parents, left, right}):
        seen, waiting = {start}, deque([start])
        while waiting:
            for parent in parents.get(waiting.popleft(), ()):
                if parent not in seen:
                    seen.add(parent)
                    waiting.append(parent)
        if (left in seen) != (right in seen):
            found[start] = -1 if left in seen else 1
    return found


def _distances(partners: Sequence[Sequence[int]]) -> Any:
    """Return the number of steps between all nodes; parts of a network lie one step beyond."""
    import numpy as np

    n = len(partners)
    steps = np.full((n, n), -1.0)
    for start in range(n):
        row = steps[start]
        row[start] = 0.0
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for other in partners[here]:
                if row[other] < 0:
                    row[other] = row[here] + 1.0
                    waiting.append(other)
    apart = min(float(steps.max()) + 1.0, 4.0)
    return np.where(steps < 0, apart, steps)


def _start(partners: Sequence[Sequence[int]]) -> Any:
    """Return a start: nodes on a square grid in the order of a walk from the best tied."""
    import numpy as np

    order = _walk(partners)
    across = max(1, round(len(order) ** 0.5))
    places = np.zeros((len(order), 2))
    for position, node in enumerate(order):
        # A slight slant keeps any three nodes off one line, from which stress cannot part them.
        places[node] = (position % across + 0.13 * (position // across), position // across)
    return places - places.mean(axis=0)


def _walk(partners: Sequence[Sequence[int]]) -> list[int]:
    seen: set[int] = set()
    order: list[int] = []
    for start in sorted(range(len(partners)), key=lambda i: (-len(partners[i]), i)):
        waiting = deque([start] if start not in seen else [])
        seen.add(start)
        while waiting:
            here = waiting.popleft()
            order.append(here)
            fresh = [other for other in partners[here] if other not in seen]
            seen.update(fresh)
            waiting.extend(fresh)
    return order


def _stress(partners: Sequence[Sequence[int]], pull: Any, frame: Any) -> Any:
    """Return places whose distances follow the steps, stretched to the frame."""
    import numpy as np

    n = len(partners)
    if n == 1:
        return np.zeros((1, 2))
    steps = _distances(partners)
    # Two leaves of one hub want more than two steps when the hub has many.
    crowd = np.sqrt(np.array([float(len(found)) for found in partners]))
    ideal = steps * (1.0 + 0.08 * np.minimum(crowd[:, None] + crowd[None, :], 12.0))
    np.fill_diagonal(ideal, 1.0)
    weight = 1.0 / (ideal * ideal)
    np.fill_diagonal(weight, 0.0)
    total = weight.sum(axis=0)
    hold = np.abs(pull) * total.max() * _HOLD
    target = pull * float(ideal.max()) * 0.5
    places = _start(partners)
    for _ in range(_ROUNDS):
        across = places[None, :, :] - places[:, None, :]
        length = np.sqrt(across[:, :, 0] * across[:, :, 0] + across[:, :, 1] * across[:, :, 1])
        ratio = weight * ideal / np.maximum(length, 1e-6)
        wanted = weight[:, :, None] * places[:, None, :] + ratio[:, :, None] * across
        moved = wanted.sum(axis=0)
        x = (moved[:, 0] + hold * target) / (total + hold)
        y = moved[:, 1] / total
        places = np.stack((x, y), axis=1)
    span = np.maximum(places.max(axis=0) - places.min(axis=0), 1e-6)
    centred = places - (places.max(axis=0) + places.min(axis=0)) / 2
    return centred * (frame * 0.9 / span)


def _push_apart(places: Any, sizes: Any, frame: Any, partners: Sequence[Sequence[int]]) -> Any:
    """Return places moved so that no two boxes overlap and ties pass beside other nodes.

    The first always holds unless the rounds run out; the second as far as there is room.
    """
    import numpy as np

    n = len(places)
    ends = np.array(
        [(i, j) for i, found in enumerate(partners) for j in found if i < j], dtype=int
    ).reshape(-1, 2)
    # Time grows with nodes times ties, so that a large network gets fewer tries.
    tries = min(_PUSHES * 3 // 4, 4_000_000 // max(1, n * len(ends)))
    need = (sizes[:, None, :] + sizes[None, :, :]) / 2
    before = np.where(np.arange(n)[:, None] < np.arange(n)[None, :], 1.0, -1.0)
    edge = np.maximum((frame - sizes) / 2, 0.0)
    for count in range(_PUSHES):
        places = np.clip(places, -edge, edge)
        across = places[None, :, :] - places[:, None, :]
        lack = need - np.abs(across)
        clash = (lack[:, :, 0] > 0) & (lack[:, :, 1] > 0)
        np.fill_diagonal(clash, False)
        beside = _beside(places, ends) if count < tries else None
        if not clash.any() and (beside is None or not beside.any()):
            break
        if beside is not None:
            places = places + beside
        if count % 20 == 19:
            edge = edge * 1.02
        way = np.where(across == 0, before[:, :, None], np.sign(across))
        # Along the axis on which less is missing, half of it each, and a little more.
        sideways = lack[:, :, 0] <= lack[:, :, 1]
        step = np.stack(
            (
                np.where(clash & sideways, lack[:, :, 0], 0.0),
                np.where(clash & ~sideways, lack[:, :, 1], 0.0),
            ),
            axis=2,
        )
        places = places + (way * (step * 0.5 + np.where(step > 0, 0.5, 0.0))).sum(axis=0) * 0.6
    return places


def _beside(places: Any, ends: Any) -> Any:
    """Return for each node the step that takes it off the ties of others that it lies on."""
    import numpy as np

    if not len(ends):
        return np.zeros_like(places)
    start, along = places[ends[:, 0]], places[ends[:, 1]] - places[ends[:, 0]]
    square = np.maximum((along * along)[:, 0] + (along * along)[:, 1], 1e-6)
    off = places[None, :, :] - start[:, None, :]
    part = (off[:, :, 0] * along[:, None, 0] + off[:, :, 1] * along[:, None, 1]) / square[:, None]
    inside = (part > 0.02) & (part < 0.98)
    number = np.arange(len(places))[None, :]
    inside &= (ends[:, 0, None] != number) & (ends[:, 1, None] != number)
    gap = off - part[:, :, None] * along[:, None, :]
    distance = np.sqrt(gap[:, :, 0] * gap[:, :, 0] + gap[:, :, 1] * gap[:, :, 1])
    lack = np.where(inside & (distance < _CLEAR), _CLEAR - distance, 0.0)
    normal = np.stack((-along[:, 1], along[:, 0]), axis=1) / np.sqrt(square)[:, None]
    way = np.where(
        distance[:, :, None] > 1e-6,
        gap / np.maximum(distance, 1e-6)[:, :, None],
        normal[:, None, :],
    )
    return (way * lack[:, :, None]).sum(axis=0) * 0.5


def _rings(partners: Sequence[Sequence[int]], frame: Any) -> Any:
    """Return places along a spiral of even density, the best tied in the middle."""
    import numpy as np

    places = np.zeros((len(partners), 2))
    for position, node in enumerate(_walk(partners)):
        radius = math.sqrt((position + 0.5) / len(partners)) / 2
        angle = position * math.pi * (3.0 - math.sqrt(5.0))
        places[node] = (radius * math.cos(angle), radius * math.sin(angle))
    return places * frame
