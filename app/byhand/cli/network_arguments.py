"""What can be typed after `byhand networks`."""

from byhand.cli.command_line import Argument, Verb
from byhand.cli.orders import ListNetworks, TrustNetwork

_NETWORK = Argument("network", metavar="NETWORK", help="Its name or id.")

NETWORKS = Verb(
    "Say where people nearby always see you.\n\n"
    "Without a command, show the networks that this computer is in.",
    lambda _: ListNetworks(),
    verbs={
        "list": Verb("Show the networks that this computer is in.", lambda _: ListNetworks()),
        "trust": Verb(
            "Always show your name to people nearby on this network.",
            lambda typed: TrustNetwork(typed.network),
            (_NETWORK,),
        ),
        "distrust": Verb(
            "Show your name on this network only when you ask for it.",
            lambda typed: TrustNetwork(typed.network, is_trusted=False),
            (_NETWORK,),
        ),
    },
)
