"""A query in a process of its own, which can be ended: neither engine can be interrupted.

The parent sends one line of JSON and the dataset as N-Quads, and keeps its end of the pipe
open; the child answers with one line of JSON and the answer. The
child ends at the limit (killed), at Ctrl-C (killed), and by itself when the parent is gone
(its input ends). Its memory is capped where the system has a cap for a process (Linux, the
BSDs; macOS takes the call and does not hold to it, Windows has none): there a query that
would fill the memory ends with a message instead of the machine.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from shanhai.errors import EnvironmentFault, InputError, LimitReached, ShanhaiError, Text
from shanhai.rdf.terms import BlankNode, Iri, Literal, Term
from shanhai.store.results import Result, Rows, Triples, Truth

MEMORY = 2 * 1024**3
_BROKEN, _OUT_OF_MEMORY = 70, 71
_TOO_DEEP = (-11, -10, 0xC00000FD)  # SIGSEGV, SIGBUS, the stack overflow of Windows
_ERRORS: dict[str, type[ShanhaiError]] = {
    each.__name__: each for each in (InputError, EnvironmentFault, LimitReached)
}
_SLICE = 0.1  # seconds; how soon Ctrl-C is noticed where waiting cannot be interrupted


def query(
    nquads: bytes,
    text: str,
    *,
    seconds: float,
    default_graph: tuple[str, ...] | None = None,
    prefixes: Mapping[str, str] | None = None,
    engine: str = "pyoxigraph",
    max_rows: int = 0,
    memory: int = MEMORY,
) -> Result:
    """Answer a query within a limit.

    Args:
        nquads: The dataset.
        text: The query.
        seconds: How long it may take.
        default_graph: See :class:`shanhai.store.protocol.Store`.
        prefixes: See there.
        engine: ``pyoxigraph`` or ``rdflib``.
        max_rows: See there.
        memory: Bytes that the process may use; 0 for no cap.

    Raises:
        LimitReached: If the limit of time, rows or memory is reached.
        InputError: If the query is wrong.
        EnvironmentFault: If the process cannot be started or breaks down.
    """
    request = {
        "text": text,
        "default_graph": list(default_graph) if default_graph is not None else None,
        "prefixes": dict(prefixes or {}),
        "engine": engine,
        "max_rows": max_rows,
        "memory": memory,
        "bytes": len(nquads),
    }
    head = json.dumps(request).encode("ascii") + b"\n"
    try:
        child = subprocess.Popen(
            [sys.executable, "-P", "-m", "shanhai.store.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
    except OSError as error:
        raise EnvironmentFault(
            Text(f"无法启动查询进程：{error}", f"cannot start the query process: {error}")
        ) from None
    try:
        answer = _exchange(child, head, nquads, seconds)
    finally:
        # Also at Ctrl-C: the exception goes on once the child is gone.
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()
    if answer is None:
        raise LimitReached(
            Text(
                f"查询超过 {seconds:g} 秒，已终止；请缩小查询，或用 --timeout 放宽时限",
                f"the query was ended after {seconds:g} seconds; "
                "narrow it, or raise the limit with --timeout",
            )
        )
    return _decode(answer, child.returncode, memory)


def _environment() -> dict[str, str]:
    """Return the environment in which the child finds this very package."""
    root = str(Path(__file__).resolve().parents[2])
    paths = [root, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return os.environ | {"PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)), "PYTHONUTF8": "1"}


def _exchange(
    child: subprocess.Popen[bytes], head: bytes, nquads: bytes, seconds: float
) -> bytes | None:
    """Return the child's whole output, or None when the time is up."""
    received: list[bytes] = []

    def send(pipe: IO[bytes]) -> None:
        # A child that gives up early closes its end.
        with contextlib.suppress(OSError, ValueError):
            pipe.write(head)
            pipe.write(nquads)
            pipe.flush()

    def receive(pipe: IO[bytes]) -> None:
        with contextlib.suppress(OSError, ValueError):
            received.append(pipe.read())

    if child.stdin is None or child.stdout is None:
        raise TypeError("the child has no pipes")
    threading.Thread(target=send, args=(child.stdin,), daemon=True).start()
    reader = threading.Thread(target=receive, args=(child.stdout,), daemon=True)
    reader.start()
    end = time.monotonic() + seconds
    while reader.is_alive():
        left = end - time.monotonic()
        if left <= 0:
            return None
        reader.join(min(_SLICE, left))
    # The answer is whole; what the process did last says why, if it is not.
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(max(_SLICE, end - time.monotonic()))
    return b"".join(received)


def _decode(answer: bytes, code: int | None, memory: int) -> Result:
    head, _, body = answer.partition(b"\n")
    try:
        kind = json.loads(head) if head else {}
    except ValueError:
        kind = {}
    if "error" in kind:
        error = _ERRORS.get(kind["error"], EnvironmentFault)
        raise error(Text(kind["zh"], kind["en"]))
    if kind.get("bytes") == len(body):
        return _unpack(kind["kind"], json.loads(body))
    if code is not None and code in _TOO_DEEP:
        raise LimitReached(
            Text("查询嵌套太深，已终止", "the query was ended: it is nested too deeply")
        )
    if code == _OUT_OF_MEMORY or (memory and code is not None and code < 0):
        raise LimitReached(
            Text(
                f"查询需要的内存超过 {memory // 1024**2} MB，已终止；请缩小查询，或写 LIMIT",
                f"the query was ended: it needs more than {memory // 1024**2} MB of memory; "
                "narrow it, or write LIMIT",
            )
        )
    raise EnvironmentFault(
        Text(f"查询进程意外结束（代码 {code}）", f"the query process broke down (code {code})")
    )


# The answer on its way: each term once, rows as places in that list.


def _pack(result: Result) -> tuple[str, dict[str, Any]]:
    if isinstance(result, Truth):
        return "truth", {"value": result.value}
    places: dict[Term | None, int] = {}
    source = result.triples if isinstance(result, Triples) else result.rows
    rows = [[places.setdefault(term, len(places)) for term in row] for row in source]
    terms = [term and [type(term).__name__, *term] for term in places]
    names = list(result.variables) if isinstance(result, Rows) else []
    kind = "rows" if isinstance(result, Rows) else "triples"
    return kind, {"variables": names, "terms": terms, "rows": rows}


def _unpack(kind: str, body: dict[str, Any]) -> Result:
    if kind == "truth":
        return Truth(body["value"])
    made = {"Iri": Iri, "BlankNode": BlankNode, "Literal": Literal}
    terms = [each and made[each[0]](*each[1:]) for each in body["terms"]]
    rows = tuple(tuple(terms[i] for i in row) for row in body["rows"])
    if kind == "rows":
        return Rows(tuple(body["variables"]), rows)
    return Triples(rows)


# In the child ------------------------------------------------------------------------------


def main() -> None:
    """Answer the one query that comes on standard input."""
    import signal

    # The parent ends us; a Ctrl-C that reaches the whole group must not print a traceback.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, target = sys.stdin.buffer, sys.stdout.buffer
    request = json.loads(source.readline())
    data = source.read(request["bytes"])
    threading.Thread(target=_follow_parent, args=(source,), daemon=True).start()
    _cap(request["memory"])
    head: dict[str, Any]
    try:
        head, body = _encode(_answer(request, data))
    except ShanhaiError as error:
        head, body = {"error": type(error).__name__, "zh": error.text.zh, "en": error.text.en}, b""
    except BaseException as error:
        # An interpreter that ends by itself waits for the thread that waits on the pipe.
        # A panic of the engine, which is no Exception, says in its text what it ran out of.
        short = isinstance(error, MemoryError) or "memory" in str(error).lower()
        os._exit(_OUT_OF_MEMORY if short else _BROKEN)
    target.write(json.dumps(head).encode("ascii") + b"\n" + body)
    target.flush()
    # Skip the tidying of an interpreter whose other thread waits on a pipe.
    os._exit(0)


def _follow_parent(source: IO[bytes]) -> None:
    with contextlib.suppress(OSError, ValueError):
        source.read()
    os._exit(1)


def _cap(memory: int) -> None:
    if not memory:
        return
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(request: dict[str, Any], data: bytes) -> Result:
    if request["engine"] == "rdflib":
        from shanhai.store.reference import ReferenceStore as Engine
    else:
        from shanhai.store.embedded import EmbeddedStore as Engine  # type: ignore[assignment]
    graphs = request["default_graph"]
    return Engine.from_nquads(data).query(
        request["text"],
        default_graph=None if graphs is None else tuple(graphs),
        prefixes=request["prefixes"],
        max_rows=request["max_rows"],
    )


def _encode(result: Result) -> tuple[dict[str, Any], bytes]:
    kind, packed = _pack(result)
    body = json.dumps(packed, separators=(",", ":")).encode("ascii")
    return {"kind": kind, "bytes": len(body)}, body


if __name__ == "__main__":
    main()
