"""The commands `friends pair` and `friends verify`: two people read numbers to each other."""

from byhand import wording
from byhand.cli.happenings import Inbox, Stop, Typed
from byhand.cli.names import person_name
from byhand.cli.orders import ExitCode, Pair, Verify
from byhand.cli.output import Output
from byhand.cli.present import just_met
from byhand.cli.waiting import subscribed, wait_for
from byhand.domain.events import (
    NearbyAppeared,
    NearbyGone,
    PairingChanged,
    PairingWindowChanged,
)
from byhand.domain.friend import Nearby
from byhand.domain.identity import FriendId
from byhand.domain.pairing import HALF_DIGITS, Pairing, PairingProblem, PairingStage
from byhand.errors import UsageError
from byhand.service.orders import Service

ONLINE_SECONDS = 15.0
"""How long `verify` waits for the friend to be there."""

_YES, _NO, _LATER, _DIFFER = {"yes", "y"}, {"no", "n"}, {"later"}, {"differ"}
_EXIT_CODES = {
    PairingProblem.UNREACHABLE: ExitCode.UNREACHABLE,
    PairingProblem.NOT_READY: ExitCode.UNREACHABLE,
    PairingProblem.REFUSED: ExitCode.DECLINED,
    PairingProblem.THEY_DIFFER: ExitCode.DECLINED,
}


async def pair(service: Service, inbox: Inbox, output: Output, order: Pair) -> ExitCode:
    """Let people nearby find us, pick one of them or be picked, and compare numbers."""
    with subscribed(service, inbox):
        service.pairing.open()
        output.note("People nearby can find you for two minutes. (Ctrl+C leaves)")
        try:
            return await _Dialogue(service, output, order, None).run(inbox)
        finally:
            service.pairing.close()


async def verify(service: Service, inbox: Inbox, output: Output, order: Verify) -> ExitCode:
    """Compare numbers with a friend, once they are there."""
    friend = service.friend_named(order.friend)
    present = await wait_for(service, inbox, ONLINE_SECONDS, lambda now: now.is_online(friend.id))
    if not present.is_online(friend.id):
        name = person_name(friend.name)
        raise UsageError(f"{name} is not there: both of you need Byhand open to compare codes.")
    with subscribed(service, inbox):
        service.pairing.compare_codes(friend.id)
        return await _Dialogue(service, output, None, friend.id).run(inbox)


class _Dialogue:
    """Follows one pairing; what a typed line means depends on how far it is."""

    def __init__(
        self, service: Service, output: Output, order: Pair | None, friend_id: FriendId | None
    ) -> None:
        """One of the two is given: whom to find, or the friend whose codes are compared."""
        self._service = service
        self._output = output
        self._order = order
        self._friend_id = friend_id
        self._nearby: list[Nearby] = []
        self._pairing: Pairing | None = None

    async def run(self, inbox: Inbox) -> ExitCode:
        """Return how it ended."""
        while True:
            match await inbox.get():
                case Stop():
                    self._leave()
                    return ExitCode.FAILED
                case Typed(line):
                    self._typed(line.strip())
                case NearbyAppeared(nearby):
                    self._appeared(nearby)
                case NearbyGone(key):
                    self._nearby = [each for each in self._nearby if each.key != key]
                case PairingWindowChanged(window) if window.is_warned:
                    self._output.error("too_many", wording.window_warning())
                    return ExitCode.FAILED
                case PairingWindowChanged(window) if self._is_over(window.open_until):
                    self._output.error("timeout", "Nobody was found in time: try again together.")
                    return ExitCode.UNREACHABLE
                case PairingChanged(pairing):
                    code = self._changed(pairing)
                    if code is not None:
                        return code
                case _:
                    pass

    def _is_over(self, open_until: float) -> bool:
        return self._order is not None and self._pairing is None and open_until == 0.0

    def _appeared(self, nearby: Nearby) -> None:
        if self._order is None or any(each.key == nearby.key for each in self._nearby):
            return
        self._nearby.append(nearby)
        if self._order.name is None:
            self._output.candidate(len(self._nearby), nearby)
        elif self._is_meant(nearby.name) and self._pairing is None:
            self._pick(nearby)

    def _changed(self, pairing: Pairing) -> ExitCode | None:
        """Tell how far it is; return an exit code at its end."""
        before, self._pairing = self._pairing, pairing
        if pairing == before:
            return None
        if pairing.stage is PairingStage.ASKED and self._wants(pairing):
            self._accept(pairing)
            return None
        self._output.pairing(pairing)
        if pairing.stage is PairingStage.DONE:
            if pairing.friend is not None:
                self._output.friend(pairing.friend, just_met())
            return ExitCode.DONE
        if pairing.stage is PairingStage.FAILED and pairing.problem is not None:
            return self._failed(pairing.problem)
        return None

    def _failed(self, problem: PairingProblem) -> ExitCode | None:
        """Go on waiting after somebody whom the user did not ask for."""
        if problem is PairingProblem.REFUSED and self._order is not None:
            self._pairing = None
            return None if self._order.name is None else ExitCode.DECLINED
        return _EXIT_CODES.get(problem, ExitCode.FAILED)

    def _typed(self, line: str) -> None:
        pairing, word = self._pairing, line.casefold()
        if pairing is None or pairing.is_final:
            self._choose(line)
            return
        orders = self._service.pairing
        match pairing.stage:
            case PairingStage.ASKED if word in _YES:
                self._accept(pairing)
            case PairingStage.ASKED if word in _NO:
                orders.refuse(pairing.id)
            case PairingStage.COMPARING if word in _LATER:
                orders.put_off(pairing.id)
            case PairingStage.COMPARING if word in _DIFFER:
                orders.refuse(pairing.id, codes_differ=True)
            case PairingStage.COMPARING if sum(map(str.isdecimal, line)) == HALF_DIGITS:
                orders.type_code(pairing.id, line)
            case _:
                self._output.pairing(pairing)

    def _choose(self, line: str) -> None:
        """Pick somebody nearby by number or name."""
        for number, nearby in enumerate(self._nearby, 1):
            if line in (str(number), nearby.name):
                self._pick(nearby)
                return

    def _pick(self, nearby: Nearby) -> None:
        assert self._order is not None
        self._service.pairing.pair(nearby.key, is_mine=self._order.is_mine)

    def _accept(self, pairing: Pairing) -> None:
        is_mine = self._order is not None and self._order.is_mine
        self._service.pairing.accept(pairing.id, is_mine=is_mine)

    def _wants(self, pairing: Pairing) -> bool:
        """Say whether the user has ordered what the other side asks for."""
        if pairing.friend is not None:
            return pairing.friend.id == self._friend_id
        return self._is_meant(pairing.name)

    def _is_meant(self, name: str) -> bool:
        wanted = self._order.name if self._order is not None else None
        return wanted is not None and name.casefold() == wanted.strip().casefold()

    def _leave(self) -> None:
        if self._pairing is not None and not self._pairing.is_final:
            self._service.pairing.refuse(self._pairing.id)
