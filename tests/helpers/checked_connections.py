"""Checks of a connection with sample friends, as a service tells them."""

from byhand.domain.connection_check import CheckStep, ConnectionReport, Finding, Found
from tests.helpers.sample_world import FRIENDS

MAREK = FRIENDS["Marek Novák"][0]
PORT = 47_800
OPENING = "sudo firewall-cmd --permanent --add-port=47800/tcp && sudo firewall-cmd --reload"

LISTENING = Finding(CheckStep.PORT, Found.LISTENING, port=PORT)
TAKEN = Finding(CheckStep.PORT, Found.OTHER_PORT, port=PORT + 1, other_port=PORT)
ON_NETWORK = Finding(CheckStep.NETWORK, Found.ON_NETWORK, "192.168.178.0/24 (wlp2s0)")
NO_VPN = Finding(CheckStep.VPN, Found.NO_VPN)
OPEN = Finding(CheckStep.FIREWALL, Found.FIREWALL_OPEN, "ufw", PORT)
SHUT = Finding(CheckStep.FIREWALL, Found.FIREWALL_CLOSED, "firewalld", PORT, command=OPENING)
HEARD = Finding(CheckStep.DISCOVERY, Found.OTHERS_HEARD, count=3)
REACHED = Finding(CheckStep.FRIEND, Found.REACHED, MAREK.name, PORT)
UNREACHED = Finding(CheckStep.FRIEND, Found.UNREACHED, MAREK.name, PORT)

ALL_FINE = ConnectionReport(
    MAREK.id, (LISTENING, ON_NETWORK, NO_VPN, OPEN, HEARD, REACHED), is_done=True
)
CLOSED = ConnectionReport(
    MAREK.id, (LISTENING, ON_NETWORK, NO_VPN, SHUT, HEARD, UNREACHED), is_done=True
)
HALF_WAY = ConnectionReport(MAREK.id, (LISTENING, ON_NETWORK, NO_VPN))
NETWORK_TROUBLE = ConnectionReport(
    None,
    (
        TAKEN,
        ON_NETWORK,
        Finding(CheckStep.VPN, Found.VPN_TAKES_ALL, "wg0"),
        Finding(
            CheckStep.FIREWALL,
            Found.FIREWALL_UNSURE,
            "ufw",
            PORT + 1,
            command="sudo ufw allow 47801/tcp",
        ),
        Finding(CheckStep.DISCOVERY, Found.ONLY_OURSELVES),
        Finding(CheckStep.FRIEND, Found.NOBODY_THERE),
    ),
    is_done=True,
)
