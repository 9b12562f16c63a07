"""Sample pairings and introductions with the people of the sample world."""

from msgspec.structs import replace

from byhand.domain.friend import Friend, Trust
from byhand.domain.introduction import Introduced, IntroductionId
from byhand.domain.pairing import Pairing, PairingId, PairingStage
from tests.helpers.sample_world import FRIENDS, NEARBY, NOW, friend_id

ANNA = FRIENDS["Anna Lindqvist"][0]
MAREK = FRIENDS["Marek Novák"][0]
TOMAS = Friend(friend_id("Tomás Silva", 2), "Tomás Silva", "ThinkPad", Trust.VERIFIED)
NAMED = Pairing(
    PairingId(1),
    PairingStage.COMPARING,
    TOMAS.name,
    TOMAS.computer,
    nearby_key=NEARBY[0].key,
    shown="482915",
)
CONNECTING = replace(
    NAMED, stage=PairingStage.CONNECTING, name=NEARBY[0].name, computer="", shown=""
)
WAITING = replace(NAMED, stage=PairingStage.WAITING, shown="")
SETTLED = replace(NAMED, stage=PairingStage.SETTLED_HERE)
DONE = replace(NAMED, stage=PairingStage.DONE, friend=TOMAS)
STRANGER = Pairing(PairingId(2), PairingStage.ASKED, "Marek Novák", "desktop")
FRIEND_ASKS = Pairing(PairingId(3), PairingStage.ASKED, MAREK.name, "desktop", friend=MAREK)
LEA = Introduced(
    IntroductionId(b"introduction-lea"), ANNA, "Lea Fontaine", "Lea's laptop", NOW + 7 * 86400
)
