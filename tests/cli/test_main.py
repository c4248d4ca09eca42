"""The command line in one process: arguments, languages, exit codes."""

from __future__ import annotations

import io
import shlex
import sys
import time
import types

import pytest

from shanhai.cli import commands, console
from shanhai.cli.main import COMMANDS, EXPORT_FORMATS, PROJECTIONS, main, parser
from shanhai.errors import EnvironmentFault, InputError, LimitReached, Problem, Text
from shanhai.network.projection import NAMES


def test_every_command_has_its_function():
    assert commands._COMMANDS.keys() == COMMANDS.keys()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command_has_an_example(capsys, name, lang):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help", "--lang", lang])
    assert not ended.value.code
    said = capsys.readouterr().out
    text, example = COMMANDS[name]
    assert f"{'例：' if lang == 'zh' else 'example: '}{example}" in said
    assert text.pick(lang) in said.replace("\n", " ")
    for option in ("--project", "--lang"):
        assert option in said


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_of_every_command_is_one(name):
    program, *words = shlex.split(COMMANDS[name][1])
    assert program == "shanhai"
    assert parser("en").parse_args(words).command == name


def test_the_projections_are_those_of_the_network():
    assert PROJECTIONS == NAMES


def test_messages_of_the_parser_are_chinese_in_chinese(capsys):
    with pytest.raises(SystemExit):
        parser("zh").parse_args(["query", "x", "--timeout", "y"])
    assert "应是数字" in capsys.readouterr().err


def test_no_word_at_all_is_help(capsys):
    assert main([]) == 0
    assert "COMMAND" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [["nonsense"], ["build", "--nothing"], ["find"], ["export", "--format", "pdf"], ["--lang"]],
)
@pytest.mark.parametrize(("lang", "hint"), [("zh", "用法见 shanhai"), ("en", "see shanhai")])
def test_wrong_words_are_one_line_and_code_2(capsys, words, lang, hint):
    with pytest.raises(SystemExit) as ended:
        main([f"--lang={lang}", *words])
    assert ended.value.code == 2
    told = capsys.readouterr()
    assert told.out == "" and hint in told.err and told.err.count("\n") == 1


PROBLEM = Problem(Text("此处", "here"), "f.yml", 3)
FAULTS = [
    (InputError(Text("错", "wrong"), (PROBLEM,)), 2, "f.yml:3: here"),
    (EnvironmentFault(Text("满", "full")), 2, "shanhai: full"),
    (LimitReached(Text("久", "long")), 2, "shanhai: long"),
    (KeyboardInterrupt(), 130, "interrupted"),
    (BrokenPipeError(), 0, ""),
    (OSError(28, "No space left on device"), 2, "the disk is full"),
    (OSError(99999, "odd"), 2, "odd"),
    (RecursionError(), 2, "nested too deeply"),
    (MemoryError(), 2, "out of memory"),
]  # fmt: skip


@pytest.mark.parametrize(("fault", "code", "said"), FAULTS, ids=lambda x: type(x).__name__)
def test_what_goes_wrong_becomes_words_and_a_code(monkeypatch, capsys, fault, code, said):
    def run(*_):
        raise fault

    monkeypatch.setattr(commands, "run", run)
    assert main(["cite", "--lang", "en"]) == code
    told = capsys.readouterr()
    assert said in told.err and told.out == "" and bool(told.err) == bool(said)


def test_a_fault_of_our_own_is_not_hidden(monkeypatch):
    def run(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(commands, "run", run)
    with pytest.raises(ZeroDivisionError):
        main(["cite"])


@pytest.mark.parametrize(
    ("asked", "variables", "lang"),
    [
        ("zh", {"LANG": "en_GB.UTF-8"}, "zh"),
        ("en", {"LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"LANG": "zh_CN.GBK"}, "zh"),
        (None, {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        (None, {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh"),
        (None, {"LANG": "Chinese (Simplified)_China.936"}, "zh"),
        (None, {"LANG": "fr_FR"}, "en"),
        (None, {}, "en"),
        ("fr", {}, "en"),
    ],
)
def test_the_language_of_the_terminal(monkeypatch, asked, variables, lang):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert console.language(asked) == lang


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_shows_on_a_terminal_only(monkeypatch):
    for stream, shown in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        with console.progress(2, "zh") as step:
            step("读取", "reading")
            step("写入", "writing")
        assert ("写入" in stream.getvalue()) == shown


def test_a_terminal_of_another_code_page(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", newline="\n"))
    console.prepare()
    console.say("缙云 ok")
    console.write_output(None, "\ufeff闵行 ok".encode(), prose=True)
    console.write_output(None, "闵行".encode())
    assert raw.getvalue() == b"?? ok\n?? ok" + "闵行".encode()


def test_one_call_is_one_command(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["init", "我的 项目", "--lang", "zh"]) == 0
    assert "已新建项目" in capsys.readouterr().out
    monkeypatch.chdir(tmp_path / "我的 项目")
    assert main(["check", "--lang", "zh"]) == 0
    assert "3 条论断，形状校验通过" in capsys.readouterr().out
    assert main(["find", "示例中学"]) == 0
    assert "example-school" in capsys.readouterr().out
    assert main(["find", "没有这个东西啊"]) == 1
    capsys.readouterr()
    assert main(["build", "--lang", "en", "--no-pages"]) == 0
    assert "no pages were asked for" in capsys.readouterr().out
    for form in EXPORT_FORMATS:
        name = "tables" if form == "csv" else f"x.{form}"
        assert main(["export", "--format", form, "--output", name, "--lang", "zh"]) == 0
    assert "已写入 x.gexf" in capsys.readouterr().err
    assert main(["export", "--format", "trig"]) == 2
    assert "--output" in capsys.readouterr().err
    assert main(["ask", "sources", "--footnotes", "--lang", "zh"]) == 0
    assert "示例报道" in capsys.readouterr().out
    assert main(["ask", "sources", "=x", "nonsense"]) == 2
    assert main(["cite", "--format", "ris", "--output", "c.ris"]) == 0
    assert (tmp_path / "我的 项目" / "c.ris").read_bytes().startswith(b"TY")


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json"])
def test_a_question_in_every_form(capsys, form):
    words = ["ask", "ties-between", "a=缙云", "b=Minhang", "--format", form, "--lang", "en"]
    assert main(words) == 0
    assert "cooperation" in capsys.readouterr().out.lower()


def test_an_interrupt_that_python_dropped_comes_again():
    dropped = types.SimpleNamespace(exc_type=KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        console._not_swallowed(dropped)
        time.sleep(5)
