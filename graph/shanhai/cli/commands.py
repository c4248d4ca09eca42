"""One function a command: arguments to a library call, the answer to the terminal."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from shanhai.claims.checking import report_limit
from shanhai.cli import console
from shanhai.errors import EnvironmentFault, InputError, Lang, Text
from shanhai.workspace.hall import Workspace

FOUND_FAULTS = 2
FOUND_NOTHING = 1


def run(asked: argparse.Namespace, lang: Lang) -> int:
    """Run the command that was asked for; returns the exit code."""
    return _COMMANDS[asked.command](asked, lang)


def _folder(asked: argparse.Namespace) -> str | None:
    """Return the project folder, which build and init also take without ``--project``."""
    given = [f for f in (getattr(asked, "folder", None), asked.project) if f]
    if len(set(given)) > 1:
        raise InputError(
            Text(
                f"项目文件夹写了两个：{given[0]} 和 {given[1]}；请只写一个",
                f"two project folders are named, {given[0]} and {given[1]}; name one",
            )
        )
    return given[0] if given else None


def _workspace(asked: argparse.Namespace) -> Workspace:
    folder = _folder(asked)
    if folder is None:
        return Workspace.nearest(_here())
    return Workspace.open(folder)


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        raise EnvironmentFault(
            Text("当前文件夹已不存在", "the current folder is no longer there")
        ) from error


def _init(asked: argparse.Namespace, lang: Lang) -> int:
    folder = _folder(asked)
    if folder is None:
        raise InputError(
            Text("请写明文件夹：shanhai init FOLDER", "name a folder: shanhai init FOLDER")
        )
    made = Workspace.init(Path(folder), asked.sets)
    names = ", ".join(each.manifest.name for each in made.claim_sets())
    typed = f'"{folder}"' if " " in folder else folder
    console.say(
        Text(
            f"已新建项目 {folder}（数据集：{names}）。\n"
            f"改写 data/ 里的文件，然后：shanhai check --project {typed}，"
            f"shanhai build {typed}",
            f"began the project {folder} (sets: {names}).\n"
            f"Edit the files in data/, then: shanhai check --project {typed}; "
            f"shanhai build {typed}",
        ).pick(lang)
    )
    return 0


def _build(asked: argparse.Namespace, lang: Lang) -> int:
    from shanhai.workspace import building

    hall = _workspace(asked)
    if asked.output:
        target = Path(asked.output)
    elif hall.project.folder is not None:
        target = hall.project.folder / "build"
    else:
        target = Path("build")
    with console.progress(building.STEPS, lang) as step:
        built = building.build(hall, target, with_pages=not asked.no_pages, step=step)
    warnings = [p for p in hall.reading.problems if p.warning]
    console.show_problems(report_limit(warnings), lang)
    for line in building.ten_lines(built, str(target), lang):
        console.say(line)
    return 0


def _check(asked: argparse.Namespace, lang: Lang) -> int:
    if asked.rdf:
        return _check_rdf(asked, lang)
    hall = _workspace(asked)
    problems = list(hall.reading.problems)
    errors = [p for p in problems if not p.warning]
    warnings = [p for p in problems if p.warning]
    console.show_problems([*report_limit(errors), *report_limit(warnings)], lang)
    if count := len(errors):
        console.say(
            Text(f"{count} 处错误", f"{count} errors" if count > 1 else "1 error").pick(lang)
        )
        return FOUND_FAULTS
    report = hall.validate()
    shapes = hall.shape_problems(report)
    console.show_problems(shapes, lang)
    claims = sum(1 for _ in hall.records.claims())
    console.say(
        Text(
            f"{claims} 条论断，形状校验{'通过' if report.valid else '未通过'}",
            f"{claims} claims; shapes {'hold' if report.valid else 'are broken'}",
        ).pick(lang)
    )
    lost = _check_evidence(asked, hall, lang)
    return FOUND_FAULTS if lost or not report.valid else 0


def _check_evidence(asked: argparse.Namespace, hall: Workspace, lang: Lang) -> int:
    """Check the locators against the texts that are there; returns the number of lost ones."""
    lost = 0
    for each in hall.check_evidence(Path(asked.source) if asked.source else None):
        console.show_problems(each.problems, lang)
        exact, elsewhere = each.counts["exact"], each.counts["elsewhere"]
        missing = each.counts["lost"]
        # In the registered text itself a locator is right or wrong; in another copy it is
        # enough that the quote is there.
        right = exact if each.same_file else exact + elsewhere
        share = 100 * right / each.total if each.total else 100.0
        console.say(
            Text(
                f"来源 {each.source.id}：证据 {each.total} 处，位置吻合 {exact}，"
                f"在别处找到 {elsewhere}，找不到 {missing}（{share:.1f}%）",
                f"source {each.source.id}: {each.total} locators, {exact} exact, {elsewhere} found "
                f"elsewhere, {missing} lost ({share:.1f} %)",
            ).pick(lang)
        )
        if not each.same_file and each.source.sha256:
            console.say(
                Text(
                    "  这份文本的校验和与登记的不同：按另一份副本核对",
                    "  the text's checksum is not the registered one: checked as another copy",
                ).pick(lang)
            )
        lost += missing + sum(1 for p in each.problems if each.same_file and not p.warning)
    return lost


def _check_rdf(asked: argparse.Namespace, lang: Lang) -> int:
    from shanhai.workspace.foreign import validate_file

    report, text = validate_file(asked.rdf, console.read_input(asked.rdf), lang)
    console.say(text)
    return 0 if report.valid else FOUND_FAULTS


def _export(asked: argparse.Namespace, lang: Lang) -> int:
    if not asked.output:
        raise InputError(
            Text(
                "请用 --output 指定文件（- 为标准输出）", "name a file with --output (- for stdout)"
            )
        )
    hall = _workspace(asked)
    if asked.format == "csv" and asked.output.endswith(".csv"):
        raise InputError(
            Text(
                "CSV 有好几张表：请用 --output 写一个文件夹，或以 .zip 结尾的文件",
                "CSV is several tables: name a folder with --output, or a file that ends in .zip",
            )
        )
    if asked.format == "csv" and asked.output != "-" and not asked.output.endswith(".zip"):
        names = hall.export_csv_folder(
            Path(asked.output), profile=asked.profile, projection=asked.projection
        )
        shown = f"{asked.output}{'/' if not asked.output.endswith('/') else ''}"
        console.complain(f"{shown}: {', '.join(names)}")
        return 0
    data = hall.export(asked.format, profile=asked.profile, projection=asked.projection)
    console.write_output(asked.output, data)
    if asked.output != "-":
        console.complain(
            Text(
                f"已写入 {asked.output}（{len(data)} 字节）",
                f"wrote {asked.output} ({len(data)} bytes)",
            ).pick(lang)
        )
    return 0


def _cite(asked: argparse.Namespace, lang: Lang) -> int:
    text = _workspace(asked).cite(asked.format).encode("utf-8")
    console.write_output(asked.output, text, prose=True)
    return 0


def _query(asked: argparse.Namespace, lang: Lang) -> int:
    data = console.read_input(asked.file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(Text(f"{asked.file}：不是 UTF-8", f"{asked.file}: not UTF-8")) from error
    if not 0 < asked.timeout <= 86400:
        raise InputError(
            Text(
                "--timeout 应大于 0、不超过 86400 秒",
                "--timeout must be more than 0 and at most 86400 seconds",
            )
        )
    hall = _workspace(asked)
    result = hall.query(text, engine=asked.engine, timeout=asked.timeout)
    data = hall.render(result, asked.format, lang, to_file=_to_file(asked))
    console.write_output(asked.output, data, prose=asked.format == "table")
    return 0


def _to_file(asked: argparse.Namespace) -> bool:
    return bool(asked.output and asked.output != "-")


def _ask(asked: argparse.Namespace, lang: Lang) -> int:
    from shanhai.workspace import asking

    if not asked.name:
        for line in asking.listing(lang):
            console.say(line)
        return 0
    hall = _workspace(asked)
    values: dict[str, str] = {}
    for word in asked.values:
        key, equals, value = word.partition("=")
        if not equals:
            raise InputError(Text(f"“{word}”应写成 名=值", f"'{word}' must be written key=value"))
        if key in values:
            raise InputError(Text(f"“{key}”写了两次", f"'{key}' is given twice"))
        values[key] = value
    if asked.source:
        hall.use_text(Path(asked.source))
    answer = hall.ask(asked.name, values, engine=asked.engine)
    if asked.format != "table":
        rows = answer.with_evidence(lang) if asked.footnotes else answer.rows
        data = hall.render(rows, asked.format, lang, to_file=_to_file(asked))
    else:
        columns = 0 if _to_file(asked) else console.width()
        data = answer.text(lang, footnotes=asked.footnotes, columns=columns).encode("utf-8")
    console.write_output(asked.output, data, prose=asked.format == "table")
    return 0


def _find(asked: argparse.Namespace, lang: Lang) -> int:
    from shanhai.workspace import finding

    lines, found = finding.lines(_workspace(asked), " ".join(asked.text), lang)
    for line in lines:
        console.say(line)
    return 0 if found else FOUND_NOTHING


def _network(asked: argparse.Namespace, lang: Lang) -> int:
    names = (asked.projection,) if asked.projection else None
    text = _workspace(asked).network_report(asked.format, lang, names)
    bom = "\ufeff" if asked.format == "csv" and _to_file(asked) else ""
    prose = asked.format == "text"
    console.write_output(asked.output, (bom + text).encode("utf-8"), prose=prose)
    return 0


def _attach(asked: argparse.Namespace, lang: Lang) -> int:
    attached = _workspace(asked).attach(Path(asked.file))
    sources = ", ".join(attached.sources)
    console.say(
        Text(
            f"已附上 {sources} 的原文；只在本机使用，不会导出",
            f"attached the text of {sources}; it stays on this machine and is never exported",
        ).pick(lang)
    )
    return 0


def _locate(asked: argparse.Namespace, lang: Lang) -> int:
    from shanhai.workspace.foreign import evidence_block, repeated, text_block

    data = console.read_input(asked.file)
    if asked.quote is None:
        console.say(text_block(asked.file, data))
    else:
        console.say(evidence_block(asked.file, data, asked.quote, asked.source))
        if notice := repeated(asked.file, data, asked.quote):
            console.complain(notice.pick(lang))
    return 0


_COMMANDS: dict[str, Callable[[argparse.Namespace, Lang], int]] = {
    "init": _init,
    "build": _build,
    "check": _check,
    "export": _export,
    "cite": _cite,
    "query": _query,
    "ask": _ask,
    "find": _find,
    "network": _network,
    "attach": _attach,
    "locate": _locate,
}
