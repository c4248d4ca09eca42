"""Figures that contradict themselves: a unit, a value or an accumulation that no such measure has.

Only clear contradictions are errors; what is merely odd is a warning.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from shanhai.claims.fields import Record
from shanhai.model.claim import Observation
from shanhai.vocabulary import terms

_ALL: Final = terms.CONCEPTS["unit"]
_LENGTHS: Final = ("squareKilometre", "hectare", "mu", "kilometre")
_TIMES: Final = ("hour", "day", "month", "year")
# What is counted one by one is neither money nor measured by weight, size, share or place.
_COUNTED: Final = tuple(
    unit for unit in _ALL if unit not in ("yuan", "percent", "rank", "tonne", *_LENGTHS, *_TIMES)
)
_PRODUCED: Final = tuple(unit for unit in _ALL if unit not in ("yuan", "percent", "rank", *_TIMES))

UNITS: Final[Mapping[str, tuple[str, ...]]] = {
    **{name: _COUNTED for name in terms.CONCEPTS["measure"] if name.endswith("Count")},
    **dict.fromkeys(("headcount", "population", "visitors"), _COUNTED),
    **dict.fromkeys(("grossDomesticProduct", "income", "investment", "outputValue"), ("yuan",)),
    "area": ("squareKilometre", "hectare", "mu"),
    "growthRate": ("percent",),
    "productionVolume": _PRODUCED,
    "rank": ("rank",),
    "share": ("percent",),
    "travelTime": ("hour", "day", "month"),
    "yearsRunning": ("year", "month", "day", "edition", "time"),
}
"""The units that a measure may have; a measure that is not here may have any."""

# Amounts may be told as rates too: income per head, cases per day.
ACCUMULATIONS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(terms.CONCEPTS["measure"], ("stock", "flow", "rate")),
    **dict.fromkeys(("growthRate", "share"), ("rate",)),
    "rank": ("rank",),
}
"""The accumulations that a measure may have."""

SIGNED: Final = ("growthRate", "benefit")
"""Measures whose values may be negative."""

_ODD_GROWTH: Final = 100_000


def check(record: Record, figure: Observation) -> None:
    """Record what no figure of its measure can be, at the line of the value, unit or word."""
    decoder, measure, value = record.decoder, figure.measure, figure.value
    if not measure:
        return
    for key, word, table in (
        ("unit", figure.unit, UNITS),
        ("accumulation", figure.accumulation, ACCUMULATIONS),
    ):
        allowed = table.get(measure)
        if word and allowed and word not in allowed:
            decoder.fault(
                record.line(key),
                f"{measure} 的 {key} 不能是 {word}；可用：{'、'.join(allowed)}",
                f"the {key} of {measure} cannot be {word}; allowed: {', '.join(allowed)}",
            )
    line = record.line("value")
    if value < 0 and measure not in SIGNED:
        decoder.fault(
            line,
            f"{measure} 不能是负数（{value}）；可为负的只有 {'、'.join(SIGNED)}",
            f"{measure} cannot be negative ({value}); only {', '.join(SIGNED)} can",
        )
    elif measure == "share" and value > 100:
        decoder.fault(
            line,
            f"share 应在 0 与 100 之间，不是 {value}",
            f"a share lies between 0 and 100, not at {value}",
        )
    elif measure == "rank" and record.has("value") and (value < 1 or value % 1):
        decoder.fault(
            line,
            f"rank 应是从 1 起的整数，不是 {value}",
            f"a rank is a whole number from 1, not {value}",
        )
    elif measure == "growthRate" and abs(value) > _ODD_GROWTH:
        decoder.fault(
            line,
            f"增长率 {value}% 大得出奇，请核对单位",
            f"a growth rate of {value} % is odd; check its unit",
            warning=True,
        )
