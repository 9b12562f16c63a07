"""What a terminal says of a pairing, and which words it takes."""

from byhand.domain.pairing import HALF_DIGITS, Pairing, PairingProblem, PairingStage


def pairing_line(pairing: Pairing, name: str) -> str:
    """Return how far a pairing is and what may be typed; `name` is safe to show."""
    match pairing.stage:
        case PairingStage.CONNECTING:
            return f"Connecting to {name}…"
        case PairingStage.ASKED:
            wish = "compare codes with you" if pairing.friend is not None else "add you"
            return f"{name} wants to {wish}. Type yes or no:"
        case PairingStage.WAITING:
            return f"Waiting for {name} to pick you, too…"
        case PairingStage.COMPARING:
            return _comparing(pairing, name)
        case PairingStage.SETTLED_HERE:
            return f"Waiting for {name} to type your number…"
        case PairingStage.DONE:
            return f"{name} is your friend now."
        case PairingStage.FAILED:
            return _PROBLEMS[pairing.problem or PairingProblem.LOST].format(name=name)


def _comparing(pairing: Pairing, name: str) -> str:
    half = HALF_DIGITS // 2
    number = f"{pairing.shown[:half]} {pairing.shown[half:]}"
    lines = [f"Your number is {number}: read it to {name}, and type the one they read to you."]
    if pairing.tries_left < 3:
        lines = [f"That doesn't fit. Ask {name} to read it again; yours is {number}."]
    if pairing.has_other_settled:
        lines.append(f"{name} has typed yours.")
    lines.append("(or: later, differ)")
    return " ".join(lines)


_PROBLEMS = {
    PairingProblem.UNREACHABLE: "{name} can't be reached: be on the same network, and check that"
    " no firewall is in the way.",
    PairingProblem.NOT_READY: "{name} is not ready: ask them to open “Add a friend”, too.",
    PairingProblem.WRONG_CODE: "Stop. Someone may be in between you two. Nothing was sent.",
    PairingProblem.THEY_DIFFER: "Stop. {name} says that the numbers differ: someone may be in"
    " between you two. Nothing was sent.",
    PairingProblem.REFUSED: "{name} would rather not.",
    PairingProblem.LOST: "The connection was lost; nothing was kept. Try again.",
    PairingProblem.TIMEOUT: "That took too long; nothing was kept. Try again.",
    PairingProblem.TOO_MANY: "Too many attempts: wait ten minutes, then try again.",
    PairingProblem.OURSELVES: "That is your own identity: choose somebody else.",
    PairingProblem.KEY_CHANGED: "This is not the {name} you know: nothing was kept. Ask them"
    " whether they have a new computer.",
    PairingProblem.PROTOCOL: "The other side did not keep to the rules; nothing was kept.",
}
