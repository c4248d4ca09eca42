"""The command ``shanhai``: arguments in, one library call, text out.

argparse and not a larger library, because ``shanhai --help`` must not cost more than a few
bare interpreters (benchmarks/); everything heavy is imported by the command that needs it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any

from shanhai.cli import console
from shanhai.errors import Lang, ShanhaiError, Text

INTERRUPTED = 130

# name: (one line, example)
COMMANDS: dict[str, tuple[Text, str]] = {
    "init": (
        Text("新建项目文件夹", "begin a project folder"),
        "shanhai init my-project --with jinyun-2024",
    ),
    "build": (
        Text("生成数据集、校验报告、网络摘要和网页", "build dataset, reports, network and pages"),
        "shanhai build --output out",
    ),
    "check": (
        Text("校验数据、证据位置或任意 RDF 文件", "check the data, the evidence or any RDF file"),
        "shanhai check --source article.txt",
    ),
    "export": (
        Text("导出为 RDF、表格或网络文件", "export as RDF, tables or a network file"),
        "shanhai export --format xlsx --output jinyun.xlsx",
    ),
    "cite": (
        Text("列出全部来源的引文", "list all sources as citations"),
        "shanhai cite --format gbt7714",
    ),
    "query": (
        Text("执行 SPARQL 查询", "run a SPARQL query"),
        "shanhai query question.rq --format csv",
    ),
    "ask": (
        Text("列出或回答随附的问题", "list or answer the named questions"),
        "shanhai ask ties-between a=缙云 b=闵行 --footnotes",
    ),
    "find": (
        Text("按名称、拼音、简称或论断查找", "find by name, pinyin, short form or claim"),
        "shanhai find minhang",
    ),
    "network": (
        Text("网络摘要", "network summary"),
        "shanhai network --format csv",
    ),
    "attach": (
        Text("附上来源的原文，以便显示引文", "attach a source's text, so that quotes are shown"),
        "shanhai attach article.txt",
    ),
    "locate": (
        Text(
            "为一段引文生成证据位置；不给引文则给出原文的校验和与篇幅（写入 sources.yml）",
            "make the evidence block of a quote; without a quote the checksum and size of the "
            "text, for sources.yml",
        ),
        'shanhai locate article.txt "a few words" --as my-report',
    ),
}
PROJECTIONS = ("region-region", "body-body", "region-body")
RDF_FORMATS = ("nquads", "trig", "turtle", "jsonld", "rdfxml")
EXPORT_FORMATS = (*RDF_FORMATS, "csv", "xlsx", "graphml", "gexf")
ROW_FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")


class _Parser(argparse.ArgumentParser):
    """A parser whose faults are one line in the user's language, exit code 2."""

    lang: Lang = "en"

    def __init__(self, **words: Any) -> None:
        super().__init__(**words)
        if self.lang == "zh":
            # argparse has no catalogue of its own for Chinese.
            self._positionals.title, self._optionals.title = "参数", "选项"
            for action in self._actions:
                if action.dest == "help":
                    action.help = "显示这段说明"

    def error(self, message: str) -> None:  # type: ignore[override]
        if self.lang == "zh":
            for pattern, words in _IN_CHINESE:
                message = re.sub(pattern, words, message)
            console.complain(f"shanhai: {message}；用法见 {self.prog} --help")
        else:
            console.complain(f"shanhai: {message}; see {self.prog} --help")
        raise SystemExit(2)

    def format_help(self) -> str:
        text = super().format_help()
        return text.replace("usage: ", "用法：", 1) if self.lang == "zh" else text


_IN_CHINESE = (
    (r"^argument (\S+): ", r"\1："),
    (r"invalid choice: (.+) \(choose from (.+)\)", r"不能是 \1；可用：\2"),
    (r"the following arguments are required: (.+)", r"缺少 \1"),
    (r"unrecognized arguments: (.+)", r"不认识 \1"),
    (r"expected one argument", "后面缺少一个值"),
    (r"expected at least one argument", "后面至少要有一个值"),
    (r"invalid float value: (.+)", r"应是数字，不是 \1"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 不明确，可能是 \2"),
)


class _Version(argparse.Action):
    """Says the version."""

    def __call__(self, *_: object) -> None:
        from shanhai.resources import VERSION

        console.say(f"shanhai {VERSION}")
        raise SystemExit(0)


def _asked_language(arguments: Sequence[str]) -> str | None:
    for position, word in enumerate(arguments):
        if word.startswith("--lang="):
            return word[7:]
        if word == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1]
    return None


def parser(lang: Lang) -> argparse.ArgumentParser:
    """Return the parser with help in one language."""

    def t(zh: str, en: str) -> str:
        return zh if lang == "zh" else en

    def shared() -> _Parser:
        both = _Parser(add_help=False)
        both.add_argument(
            "--project", metavar="FOLDER", help=t("项目文件夹", "project folder (default: nearest)")
        )
        both.add_argument(
            "--lang", choices=("zh", "en"), help=t("终端语言", "language of the terminal")
        )
        return both

    _Parser.lang = lang
    top = _Parser(
        prog="shanhai",
        description=t(
            "山海：把区域协作报道变成每条边都带证据的知识图谱。",
            "Shanhai: reports on cooperation between regions as a knowledge graph whose every "
            "edge carries its evidence.",
        ),
        epilog=t("例：shanhai build", "example: shanhai build"),
    )
    top.add_argument("--version", action=_Version, nargs=0, help=t("版本", "version"))
    top.add_argument("--lang", choices=("zh", "en"), help=t("终端语言", "language of the terminal"))
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title=t("命令", "commands"))

    def add(name: str) -> argparse.ArgumentParser:
        text, example = COMMANDS[name]
        made = commands.add_parser(
            name,
            help=text.pick(lang),
            description=text.pick(lang),
            epilog=t("例：", "example: ") + example,
            parents=[shared()],
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        assert isinstance(made, argparse.ArgumentParser)
        return made

    def output(to: argparse.ArgumentParser) -> None:
        to.add_argument(
            "--output", metavar="FILE", help=t("输出文件，- 为标准输出", "file, or - for stdout")
        )

    one = add("init")
    one.add_argument("folder", nargs="?", metavar="FOLDER")
    one.add_argument(
        "--with", dest="sets", action="append", default=[], metavar="SET",
        help=t("要复制的随附数据集", "shipped data set to copy"),
    )  # fmt: skip
    one = add("build")
    one.add_argument("folder", nargs="?", metavar="FOLDER")
    one.add_argument("--output", metavar="DIR", help=t("输出文件夹", "folder to write"))
    one.add_argument("--no-pages", action="store_true", help=t("不生成网页", "leave pages out"))
    one = add("check")
    one.add_argument("--source", metavar="FILE", help=t("核对全部证据位置", "verify every locator"))
    one.add_argument("--rdf", metavar="FILE", help=t("校验 RDF 文件", "validate an RDF file"))
    one = add("export")
    one.add_argument("--format", required=True, choices=EXPORT_FORMATS)
    one.add_argument(
        "--profile", choices=("plain", "w3c"), default="plain",
        help=t("w3c：更丰富的 W3C 形式", "w3c: the richer W3C forms"),
    )  # fmt: skip
    one.add_argument(
        "--projection", choices=PROJECTIONS, default="",
        help=t("graphml、gexf：只要一种投影", "graphml, gexf: one projection only"),
    )  # fmt: skip
    one.add_argument(
        "--output", metavar="FILE|FOLDER",
        help=t(
            "输出文件，- 为标准输出；csv 写成文件夹，以 .zip 结尾或 - 则为压缩包",
            "file, or - for stdout; csv makes a folder, or a zip for a name in .zip and for -",
        ),
    )  # fmt: skip
    one = add("cite")
    one.add_argument("--format", choices=("all", "bibtex", "ris", "gbt7714"), default="all")
    output(one)
    one = add("query")
    one.add_argument("file", metavar="FILE.rq|-")
    one.add_argument("--format", choices=ROW_FORMATS, default="table")
    one.add_argument("--engine", choices=("pyoxigraph", "rdflib"), default="pyoxigraph")
    one.add_argument(
        "--timeout", type=float, default=60.0, metavar="S",
        help=t("时限（秒），默认 60", "limit in seconds, 60 by default"),
    )  # fmt: skip
    output(one)
    one = add("ask")
    one.add_argument("name", nargs="?", metavar="NAME")
    one.add_argument("values", nargs="*", metavar="key=value")
    one.add_argument("--footnotes", action="store_true", help=t("附证据脚注", "with evidence"))
    one.add_argument("--source", metavar="FILE", help=t("原文，用于引文", "the text, for quotes"))
    one.add_argument("--format", choices=ROW_FORMATS[:4], default="table")
    one.add_argument("--engine", choices=("pyoxigraph", "rdflib"), default="pyoxigraph")
    output(one)
    one = add("find")
    one.add_argument("text", nargs="+", metavar="TEXT")
    one = add("network")
    one.add_argument("--projection", choices=PROJECTIONS, help=t("只要一种投影", "one only"))
    one.add_argument("--format", choices=("text", "json", "csv"), default="text")
    output(one)
    one = add("attach")
    one.add_argument("file", metavar="FILE")
    one = add("locate")
    one.add_argument("file", metavar="FILE")
    one.add_argument(
        "quote",
        nargs="?",
        metavar="QUOTE",
        help=t("原文中逐字相同的一段", "exact words of the text"),
    )
    one.add_argument(
        "--as", dest="source", default="", metavar="SOURCE",
        help=t("来源的编号", "id of the source"),
    )  # fmt: skip
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after ``shanhai``; those of the process by default.

    Returns:
        The exit code: 0 done, 1 nothing found (``find``), 2 bad input or a check that found
        faults, 130 interrupted.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    console.prepare()
    lang = console.language(_asked_language(words))
    try:
        asked = parser(lang).parse_args(words)
        if not asked.command:
            parser(lang).print_help()
            return 0
        from shanhai.cli import commands

        code = commands.run(asked, lang)
        sys.stdout.flush()
        return code
    except ShanhaiError as error:
        console.show_error(error, lang)
        return error.exit_code
    except KeyboardInterrupt:
        console.complain({"zh": "已中断", "en": "interrupted"}[lang])
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our pipe has gone (| head): no fault.
        return 0
    except OSError as error:
        # Files are named where they are read and written; what is left is mostly the terminal.
        from shanhai.files import reason

        why = reason(error)
        told = Text(f"读写失败：{why.zh}", f"reading or writing failed: {why.en}")
        console.complain(f"shanhai: {told.pick(lang)}")
        return 2
    except RecursionError:
        deep = Text("输入嵌套太深", "the input is nested too deeply")
        console.complain(f"shanhai: {deep.pick(lang)}")
        return 2
    except MemoryError:
        full = Text("内存不足", "out of memory")
        console.complain(f"shanhai: {full.pick(lang)}")
        return 2
    finally:
        console.settle()


def run() -> None:
    """Enter from the command line."""
    try:
        code = main()
    except KeyboardInterrupt:  # before or after a command, where main() does not look for it
        code = INTERRUPTED
    raise SystemExit(code)


if __name__ == "__main__":
    run()
