from byhand.domain.transfer import Direction, Transfer, TransferState
from byhand.service.part import Part
from tests.helpers.connection_pair import ALICE
from tests.helpers.group_parts import transfer_of


async def test_what_is_received_alone_is_fed_by_nobody_else_and_passed_on_to_nobody() -> None:
    part = Part()
    done = Transfer(
        transfer_of(1), Direction.INCOMING, ALICE.friend_id, "x", TransferState.DONE, 0.0
    )
    assert not part.is_fed
    assert not await part.close(done)
