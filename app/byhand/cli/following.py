"""How a command line that has been understood is followed."""

from dataclasses import replace
from typing import Annotated

import typer

from byhand.cli.orders import IdentityOrder, Order

AsJson = Annotated[bool, typer.Option("--json", help="Write JSON lines for scripts.")]


def followed(context: typer.Context, order: Order | IdentityOrder, as_json: bool) -> int:
    """Carry an order out by the ways that the context holds; return the exit code."""
    ways, given = context.obj
    return int(ways.perform(order, replace(given, is_json=given.is_json or as_json)))


def follow_group(context: typer.Context, order: Order, as_json: bool) -> int | None:
    """Note an option of a group of commands; carry the order out unless a command follows."""
    ways, given = context.obj
    context.obj = (ways, replace(given, is_json=given.is_json or as_json))
    return None if context.invoked_subcommand else followed(context, order, as_json)
