"""What can be typed after `byhand networks`."""

from typing import Annotated

import typer

from byhand.cli.following import AsJson, follow_group, followed
from byhand.cli.orders import ListNetworks, TrustNetwork

NetworkName = Annotated[str, typer.Argument(metavar="NETWORK", help="Its name or id.")]

networks = typer.Typer(rich_markup_mode=None, help="Say where people nearby always see you.")


@networks.callback(invoke_without_command=True)
def networks_group(context: typer.Context, as_json: AsJson = False) -> int | None:
    """Show the networks that this computer is in unless another command follows."""
    return follow_group(context, ListNetworks(), as_json)


@networks.command("list")
def list_networks(context: typer.Context, as_json: AsJson = False) -> int:
    """Show the networks that this computer is in."""
    return followed(context, ListNetworks(), as_json)


@networks.command()
def trust(context: typer.Context, network: NetworkName, as_json: AsJson = False) -> int:
    """Always show your name to people nearby on this network."""
    return followed(context, TrustNetwork(network), as_json)


@networks.command()
def distrust(context: typer.Context, network: NetworkName, as_json: AsJson = False) -> int:
    """Show your name on this network only when you ask for it."""
    return followed(context, TrustNetwork(network, is_trusted=False), as_json)
