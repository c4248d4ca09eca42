"""Speed and memory, as ratios within one run.

``python benchmarks/run.py --short`` is what the automatic check runs: ratios are held to
their limits, absolute figures to twice theirs, since machines differ. ``--all`` is the full
form; it writes a dated file to ``benchmarks/results/``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, "-m", "shanhai.cli.main"]
# Another machine than the one that the limits were set on may be slower, or busy.
SLACK = 4.0


@dataclass(frozen=True)
class Figure:
    """One figure with its limit.

    Attributes:
        kind: ``most`` or ``least``: on which side of the limit it has to be.
        absolute: True for seconds and megabytes, which depend on the machine.
    """

    name: str
    value: float
    unit: str
    limit: float
    kind: str = "most"
    absolute: bool = True

    def holds(self, slack: float) -> bool:
        limit = self.limit * (slack if self.absolute else 1.0)
        return self.value <= limit if self.kind == "most" else self.value >= limit


def environment() -> dict[str, str]:
    path = os.pathsep.join(p for p in (str(ROOT / "graph"), os.environ.get("PYTHONPATH")) if p)
    return {**os.environ, "PYTHONPATH": path}


def seconds(command: list[str], runs: int, cwd: str) -> list[float]:
    """Run a command several times after a warm-up; wall seconds of each run."""
    found = []
    for number in range(runs + 1):
        begun = time.perf_counter()
        subprocess.run(command, check=True, cwd=cwd, env=environment(), stdout=subprocess.DEVNULL)
        if number:
            found.append(time.perf_counter() - begun)
    return found


def peak_megabytes(command: list[str], cwd: str) -> float:
    """Return the peak resident memory of a command."""
    script = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script, *command],
        check=True, cwd=cwd, env=environment(), capture_output=True, text=True,
    )  # fmt: skip
    # Kilobytes on Linux, bytes on macOS.
    return int(answer.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)


def command_line(runs: int, cwd: str) -> list[Figure]:
    bare = median(seconds([sys.executable, "-c", "pass"], runs, cwd))
    helped = median(seconds([*COMMAND, "--help"], runs, cwd))
    return [
        Figure("shanhai --help", helped * 1000, "ms", 100),
        Figure("shanhai --help against a bare interpreter", helped / bare, "x", 5, absolute=False),
    ]


def builds(runs: int, cwd: str) -> list[Figure]:
    pages = [*COMMAND, "build", "--output", "with-pages"]
    plain = [*COMMAND, "build", "--no-pages", "--output", "without-pages"]
    figures = [
        Figure("build with pages", median(seconds(pages, runs, cwd)), "s", 5),
        Figure("build without pages", median(seconds(plain, runs, cwd)), "s", 1.5),
    ]
    if sys.platform != "win32":
        figures.append(
            Figure("peak memory of build with pages", peak_megabytes(pages, cwd), "MB", 300)
        )
    return figures


def questions(rounds: int) -> list[Figure]:
    """All named questions that have an example or need no parameter, on both engines."""
    import shanhai
    from shanhai.query.catalogue import bind
    from shanhai.rdf.namespaces import PREFIXES
    from shanhai.store.reference import ReferenceStore

    hall = shanhai.open()
    graphs = hall.dataset.default_graphs
    texts = [
        bind(q, q.example, lambda name: hall.iri(hall.names.resolve(name)))
        for q in hall.questions()
        if q.example or not any(p.required for p in q.parameters)
    ]
    reference = ReferenceStore.from_nquads(hall.dataset.nquads)
    reference.query("ASK {}", default_graph=graphs)  # loading is not what is compared

    def total(ask: Callable[..., object], times: int) -> float:
        found = []
        for _ in range(times):
            begun = time.perf_counter()
            for text in texts:
                ask(text, default_graph=graphs, prefixes=PREFIXES)
            found.append(time.perf_counter() - begun)
        return median(found)

    fast, slow = total(hall.dataset.store.query, rounds), total(reference.query, 1)
    return [
        Figure(f"{len(texts)} questions on pyoxigraph", fast, "s", 2),
        Figure(f"{len(texts)} questions on rdflib", slow, "s", 600),
        Figure("rdflib against pyoxigraph", slow / fast, "x", 25, "least", absolute=False),
    ]


def stages(rounds: int) -> list[Figure]:
    """The stages of a build, in one process."""
    import shanhai

    limits = {"read and check claims": 0.5, "compile": 0.6, "N-Quads": 0.5, "validate": 0.5}
    found: dict[str, list[float]] = {name: [] for name in limits}
    for _ in range(rounds):
        hall = shanhai.open()
        for name, work in (
            ("read and check claims", lambda h=hall: h.records),
            ("compile", lambda h=hall: h.dataset),
            ("N-Quads", lambda h=hall: h.dataset.nquads),
            ("validate", lambda h=hall: h.validate()),
        ):
            begun = time.perf_counter()
            work()
            found[name].append(time.perf_counter() - begun)
    return [Figure(name, median(times), "s", limits[name]) for name, times in found.items()]


def long_tests() -> Figure:
    """The long form of the tests that feed mutated claim and RDF files."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "tests/functional", "tests/workspace", "tests/rdf"],
        check=True, cwd=ROOT, env={**environment(), "SHANHAI_LONG": "1"},
    )  # fmt: skip
    return Figure("long form of the fault tests", time.perf_counter() - begun, "s", 3600)


def write_results(figures: list[Figure]) -> None:
    """Write the dated file and the readable table of the newest run."""
    folder = ROOT / "benchmarks" / "results"
    folder.mkdir(exist_ok=True)
    day = date.today().isoformat()
    about = {
        "date": day,
        "python": platform.python_version(),
        "system": platform.system(),
        "cores": os.cpu_count(),
        "libraries": {
            n: version(n) for n in ("pyoxigraph", "rdflib", "networkx", "pyvis", "shacl")
        },
        "figures": [asdict(figure) for figure in figures],
    }
    text = json.dumps(about, indent=1, ensure_ascii=False) + "\n"
    (folder / f"{day}-all.json").write_text(text, encoding="utf-8")
    lines = [
        "# Results", "",
        f"Measured on {day}, Python {about['python']}, {about['system']}, {about['cores']} cores; "
        "medians. Ratios hold better between machines than seconds.", "",
        "| what | measured | limit |", "|---|---:|---:|",
    ]  # fmt: skip
    sign = {"most": "≤", "least": "≥"}
    lines += [
        f"| {f.name} | {f.value:.3g} {f.unit} | {sign[f.kind]} {f.limit:g} {f.unit} |"
        for f in figures
    ]
    lines += ["", "`python benchmarks/run.py --all` makes this page anew.", ""]
    (ROOT / "benchmarks" / "RESULTS.md").write_text("\n".join(lines), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    form = parser.add_mutually_exclusive_group(required=True)
    form.add_argument("--short", action="store_true", help="the form of the automatic check")
    form.add_argument("--all", action="store_true", help="the full form; writes dated results")
    full = parser.parse_args().all
    sys.path.insert(0, str(ROOT / "graph"))
    runs = 9 if full else 3
    with tempfile.TemporaryDirectory() as cwd:
        figures = command_line(2 * runs, cwd) + builds(runs, cwd)
    figures += stages(runs) + questions(runs)
    if full:
        write_results(figures)
        figures.append(long_tests())
        write_results(figures)
    broken = []
    for figure in figures:
        held = figure.holds(1.0 if full else SLACK)
        mark = "" if held else "   <- over the limit"
        print(
            f"{figure.name:48} {figure.value:9.3g} {figure.unit:3} "
            f"({figure.kind} {figure.limit:g}){mark}"
        )
        if not held:
            broken.append(figure.name)
    if broken:
        print("limits broken:", "; ".join(broken))
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
