"""Files: read with a clear fault, written to a temporary place and moved."""

from __future__ import annotations

import contextlib
import errno
import glob
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from shanhai.errors import EnvironmentFault, InputError, Text


def sha256_bytes(data: bytes) -> str:
    """Return the SHA-256 (hex) of bytes."""
    return hashlib.sha256(data).hexdigest()


def read_bytes(path: Path) -> bytes:
    """Read a file that a user named.

    Raises:
        InputError: If it is absent, a folder, or may not be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        why = reason(error)
        raise InputError(
            Text(f"{path}：读不了：{why.zh}", f"{path}: cannot be read: {why.en}")
        ) from error


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn the faults of the disk while writing ``path`` into one clear message.

    Raises:
        EnvironmentFault: If the disk is full, a limit is hit, or rights are missing.
    """
    try:
        yield
    except OSError as error:
        why = reason(error)
        raise EnvironmentFault(
            Text(
                f"{path}：写不了：{why.zh}；原有文件没有改动",
                f"{path}: cannot be written: {why.en}; what was there is untouched",
            )
        ) from error


def _real(path: Path) -> Path:
    """Return what a path stands for, links followed; unlike ``Path.resolve`` also in a circle."""
    return Path(os.path.realpath(path))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there, so that none is ever half-written.

    A link stays and the file behind it is replaced; a pipe or a device is written into.

    Raises:
        EnvironmentFault: If it cannot be written.
    """
    with writing(path):
        path = _real(path)
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            # mkstemp makes files for the owner alone; a result is meant to be shared.
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _recover(target: Path) -> None:
    """Undo a folder replacement that was cut short (kill -9, power), or finish it."""
    old = _old(target)
    if old.is_dir():
        if target.exists():
            _discard(old)
        else:
            old.rename(target)
    for left in target.parent.glob(f".{glob.escape(target.name)}.new-*"):
        shutil.rmtree(left, ignore_errors=True)


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _discard(folder: Path) -> None:
    """Remove a folder: renamed first, so that no half of it is ever taken for the whole."""
    doomed = folder.with_name(folder.name.removesuffix(".old") + ".new-old")
    shutil.rmtree(doomed, ignore_errors=True)
    folder.rename(doomed)
    shutil.rmtree(doomed, ignore_errors=True)


@contextlib.contextmanager
def replacing_folder(target: Path, ours: Callable[[Path], bool]) -> Iterator[Path]:
    """Give an empty folder beside ``target`` that takes its place when the block ends well.

    Args:
        target: The folder to replace as a whole; where it is a link, the folder behind it.
        ours: Says of a folder whether we made it: a user's own is never removed.

    Raises:
        InputError: If ``target`` is something that we did not make, or where we are.
        EnvironmentFault: If it cannot be written.
    """
    shown = target
    with writing(shown):
        target = _real(target)
        if target in (Path.cwd(), *Path.cwd().parents):
            raise InputError(
                Text(
                    f"{shown}：当前文件夹及其上级不能整个替换；请指定其中的一个文件夹",
                    f"{shown}: the current folder and those above it cannot be replaced as a "
                    "whole; name a folder in it",
                )
            )
        _recover(target)
        if target.exists() and (
            not target.is_dir() or (any(target.iterdir()) and not ours(target))
        ):
            raise InputError(
                Text(
                    f"{shown}：已存在，其中有不是 shanhai 生成的文件；请换一个 --output",
                    f"{shown}: exists and holds what shanhai did not make; choose another --output",
                )
            )
    try:
        with writing(shown):
            target.parent.mkdir(parents=True, exist_ok=True)
            new = Path(tempfile.mkdtemp(prefix=f".{target.name}.new-", dir=target.parent))
            new.chmod(0o755)
            yield new
            if target.exists():
                target.rename(_old(target))
            new.rename(target)
    finally:
        with writing(shown):
            try:
                _recover(target)
            except KeyboardInterrupt:
                _recover(target)
                raise


def reason(error: OSError) -> Text:
    """Return why the system refused, in words."""
    said = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, Text(said, said))


_REASONS = {
    errno.ENOSPC: Text("磁盘已满", "the disk is full"),
    errno.EDQUOT: Text("磁盘配额已用完", "the disk quota is used up"),
    errno.EFBIG: Text("文件超过允许的大小", "the file would be larger than is allowed here"),
    errno.EACCES: Text(
        "没有权限，或正被别的程序打开", "no permission, or another program has it open"
    ),
    errno.EPERM: Text("没有权限", "no permission"),
    errno.EROFS: Text("磁盘只读", "the disk is read-only"),
    errno.ENOENT: Text("没有这个文件或文件夹", "no such file or folder"),
    errno.ENOTDIR: Text(
        "路径中有一段是文件而不是文件夹", "a part of the path is a file, not a folder"
    ),
    errno.EISDIR: Text("这是文件夹", "it is a folder"),
    errno.EEXIST: Text("有同名文件挡着", "a file of that name is in the way"),
    errno.ENAMETOOLONG: Text("名称太长", "the name is too long"),
}
