"""Help pages in plain Dutch: usage, what it does, arguments, options, examples."""

from __future__ import annotations

import textwrap
from typing import Any

from typer.core import TyperCommand, TyperGroup

from paraplu.messages import cli as texts

__all__ = ["DutchCommand", "DutchGroup"]

WIDTH = 78
INDENT = "  "


class DutchCommand(TyperCommand):
    """A command whose help page is Dutch."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401  Typer keeps this type to itself
        """Return the help page."""
        return _page(self, ctx, commands=())


class DutchGroup(TyperGroup):
    """The application, whose help page is Dutch and lists its commands."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401  see above
        """Return the help page."""
        listed = ((name, self.commands[name]) for name in self.list_commands(ctx))
        commands = [(name, (command.help or "").partition("\n")[0]) for name, command in listed]
        return _page(self, ctx, commands=commands)


def _page(command: Any, ctx: Any, *, commands: list[tuple[str, str]] | tuple[()]) -> str:  # noqa: ANN401
    """Return the page of a command or of the application."""
    shown = [param for param in command.get_params(ctx) if not getattr(param, "hidden", False)]
    arguments = [param for param in shown if param.param_type_name == "argument"]
    options = [param for param in shown if param.param_type_name == "option"]
    usage = " ".join(
        [ctx.command_path, *(_usage(one) for one in arguments),
         *(["OPDRACHT"] if commands else []), "[OPTIES]"]
    )  # fmt: skip
    sections = [
        (texts.COMMANDS, list(commands)),
        (texts.ARGUMENTS, [(_name(one), one.help or "") for one in arguments]),
        (texts.OPTIONS, [(_switches(one), _help_of(one)) for one in options]),
    ]
    parts = [f"{texts.USAGE}: {usage}", *_paragraphs(command.help or "")]
    parts += [_section(title, rows) for title, rows in sections if rows]
    if command.epilog:
        parts.append(f"{texts.EXAMPLES}:\n{textwrap.indent(command.epilog, INDENT)}")
    return "\n\n".join(parts)


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, wrapped."""
    return [textwrap.fill(" ".join(part.split()), WIDTH) for part in text.split("\n\n")]


def _section(title: str, rows: list[tuple[str, str]]) -> str:
    """Return a section with a row per name."""
    column = max(len(name) for name, _ in rows) + 2
    hang = INDENT + " " * column
    lines = [
        textwrap.fill(
            help_, WIDTH, initial_indent=f"{INDENT}{name:<{column}}", subsequent_indent=hang
        )
        if help_
        else f"{INDENT}{name}"
        for name, help_ in rows
    ]
    return "\n".join([f"{title}:", *lines])


def _name(param: Any) -> str:  # noqa: ANN401
    """Return the name of an argument as it stands in the usage."""
    return str(param.metavar or param.name.upper())


def _usage(param: Any) -> str:  # noqa: ANN401
    """Return an argument in the usage, bracketed when it may be left out."""
    name = _name(param) + ("..." if param.nargs != 1 else "")
    return name if param.required else f"[{name}]"


def _switches(param: Any) -> str:  # noqa: ANN401
    """Return how an option is written."""
    names = ", ".join([*param.opts, *param.secondary_opts])
    return f"{names} {param.metavar}" if param.metavar and not param.is_flag else names


def _help_of(param: Any) -> str:  # noqa: ANN401
    """Return what an option does."""
    return texts.HELP if "--help" in param.opts else str(param.help or "")
