"""Speed and memory, as ratios within one run.

``python benchmarks/run.py --short`` is what the automatic check runs: ratios are held to
their limits, absolute figures to four times theirs (``SLACK``), since machines differ.
``--all`` is the full form; it holds absolute figures to their limits too and writes a dated
file to ``benchmarks/results/``.
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

from generated import write_project

ROOT = Path(__file__).resolve().parents[1]
COMMAND = [sys.executable, "-m", "shanhai.cli.main"]
# Another machine than the one that the limits were set on may be slower, or busy.
SLACK = 4.0
SHORT, FULL = 1000, 5000
"""Claims of the generated project in the short and in the full form."""

# Per command: what it does, seconds and megabytes that it may take however small the project,
# and for every thousand claims more.
SCALED = (
    ("build without pages", ("build", "--no-pages", "--output", "made"), (4.0, 7.2), (120, 180)),
    ("check", ("check",), (3.0, 6.0), (120, 160)),
    ("ask", ("ask", "one-sentence", "--footnotes"), (3.0, 6.0), (120, 160)),
    ("find", ("find", "县1"), (2.0, 1.0), (100, 60)),
)


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


@dataclass(frozen=True)
class Cost:
    """What one run of a command takes.

    Attributes:
        wall: Seconds from begin to end.
        cpu: Seconds of the processor, which a busy machine hardly changes; on Windows ``wall``.
        megabytes: Peak resident memory; 0 on Windows, which does not say it.
    """

    wall: float
    cpu: float
    megabytes: float


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
    return cost(command, cwd).megabytes


def cost(command: list[str], cwd: str) -> Cost:
    """Return what a command takes."""
    if sys.platform == "win32":
        took = seconds(command, 1, cwd)[0]
        return Cost(took, took, 0.0)
    script = (
        "import resource, subprocess, sys, time;"
        "begun = time.perf_counter();"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "took = time.perf_counter() - begun;"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(took, used.ru_utime + used.ru_stime, used.ru_maxrss)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script, *command],
        check=True, cwd=cwd, env=environment(), capture_output=True, text=True,
    )  # fmt: skip
    wall, cpu, size = answer.stdout.split()
    # Kilobytes on Linux, bytes on macOS.
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Cost(float(wall), float(cpu), int(size) / unit)


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


def scale(claims: int, cwd: str) -> list[Figure]:
    """What generated projects cost: a tiny one, one of a quarter of the claims, one of all.

    The growth is that of processor time beyond the tiny project's: 4 where it is linear.
    """
    figures = []
    sizes = (20, claims // 4, claims)
    folders = [Path(cwd) / f"claims-{size}" for size in sizes]
    for folder, size in zip(folders, sizes, strict=True):
        write_project(folder, size)
    for name, words, (fixed, each), (little, more) in SCALED:
        tiny, quarter, whole = (
            cost([*COMMAND, *words, "--project", str(folder)], cwd) for folder in folders
        )
        # Below that many seconds it is the noise that would grow.
        growth = (whole.cpu - tiny.cpu) / max(quarter.cpu - tiny.cpu, 0.5)
        label = f"{name}, {claims} claims"
        thousands = claims / 1000
        figures.append(Figure(label, whole.wall, "s", fixed + each * thousands))
        if whole.megabytes:
            limit = little + more * thousands
            figures.append(Figure(f"peak memory of {label}", whole.megabytes, "MB", limit))
        figures.append(Figure(f"growth of {label}", growth, "x", 8, absolute=False))
    return [*figures, slowest_question(folders[-1], claims)]


def slowest_question(folder: Path, claims: int) -> Figure:
    """The slowest of the named questions on a generated project, footnotes included."""
    import shanhai

    hall = shanhai.open(folder)
    given = {"region": "cn-990005", "entity": "cn-990005", "integer": "1", "text": "合作1"}
    named = ("cn-990006", "cn-990001")
    hall.ask("undated")  # compiling is not what is compared
    found = {}
    for question in hall.questions():
        needed = [
            p for p in question.parameters if p.required or (p.kind == "entity" and p.default)
        ]
        values = {p.name: given[p.kind] for p in needed}
        if len(needed) > 1:
            values |= {p.name: iri for p, iri in zip(needed[1:], named, strict=False)}
        begun = time.perf_counter()
        hall.ask(question.name, values)
        found[question.name] = time.perf_counter() - begun
    name = max(found, key=found.__getitem__)
    label = f"slowest of {len(found)} questions, {claims} claims ({name})"
    return Figure(label, found[name], "s", 2 * claims / 1000)


def long_tests() -> list[Figure]:
    """The long form of the tests that feed mutated claim and RDF files.

    That some fail is a figure over its limit, so that the other figures are written all the same.
    """
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "tests/functional", "tests/workspace", "tests/rdf"],
        check=False, cwd=ROOT, env={**environment(), "SHANHAI_LONG": "1"},
    )  # fmt: skip
    took = time.perf_counter() - begun
    return [
        Figure("long form of the fault tests", took, "s", 3600),
        Figure("exit code of the fault tests", done.returncode, "", 0, absolute=False),
    ]


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
        figures += scale(FULL if full else SHORT, cwd)
    figures += stages(runs) + questions(runs)
    if full:
        # Written twice: should the long form be broken off, what was measured stays.
        write_results(figures)
        figures += long_tests()
        write_results(figures)
    broken = []
    for figure in figures:
        held = figure.holds(1.0 if full else SLACK)
        mark = "" if held else "   <- over the limit"
        print(
            f"{figure.name:56} {figure.value:9.3g} {figure.unit:3} "
            f"({figure.kind} {figure.limit:g}){mark}"
        )
        if not held:
            broken.append(figure.name)
    if broken:
        print("limits broken:", "; ".join(broken))
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
