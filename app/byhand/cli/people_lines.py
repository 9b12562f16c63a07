"""What a person reads about friends, pairings, networks and themselves, line by line."""

import time
from collections.abc import Iterator

from byhand import wording
from byhand.cli.names import person_name, shown_text
from byhand.domain.connection_check import Finding
from byhand.domain.friend import Friend, Presence, Trust
from byhand.domain.identity import short_id
from byhand.domain.introduction import Introduced, IntroductionStage
from byhand.domain.pairing import Pairing, PairingStage
from byhand.domain.profile import Network, Profile, Visibility
from byhand.domain.text import joined

PATH_CHARACTERS = 4096

_SEEN_BY = {
    Visibility.NOBODY: "nobody",
    Visibility.FRIENDS: "friends only",
}
_INTRODUCTION_STATES = {
    IntroductionStage.ASKED: "waits for your answer",
    IntroductionStage.AGREED: "you agreed; they have to agree, too",
    IntroductionStage.DONE: "you are friends now",
    IntroductionStage.DECLINED: "you would rather not",
    IntroductionStage.EXPIRED: "came to nothing in time",
}


def friend_line(friend: Friend, presence: Presence) -> str:
    """Return who a friend is, and whether they are there."""
    presence_line = wording.presence_line(friend, presence, time.time())
    parts = [
        person_name(friend.name),
        person_name(friend.computer),
        short_id(friend.id),
        "online" if presence.is_online else "offline",
        presence_line,
        *_marks(friend),
    ]
    return joined(parts)


def policy_line(friend: Friend) -> str:
    """Return what happens to a friend's offers."""
    name, policy = person_name(friend.name), friend.policy
    modes = " What is executable there is executable here." if policy.keeps_modes else ""
    if not policy.accepts_by_itself:
        return f"{name}: every offer is asked about.{modes}"
    where = shown_text(policy.folder, PATH_CHARACTERS) or "your usual folder"
    limit = wording.size(policy.limit_bytes)
    return f"{name}: up to {limit} is accepted by itself, without programs, into {where}.{modes}"


def introduction_line(introduced: Introduced) -> str:
    """Return whom a friend introduces, and how far that is."""
    who = f"{person_name(introduced.introducer.name)} introduces {person_name(introduced.name)}"
    state = _INTRODUCTION_STATES[introduced.stage]
    return f"{who} ({person_name(introduced.computer)}): {state}"


def network_line(network: Network) -> str:
    """Return what a network is called, and whether our name is always shown there."""
    state = "your name is always shown here" if network.is_trusted else "not trusted"
    if not network.can_be_trusted:
        state = "can't be told from other networks like it"
    return f"{person_name(network.name)} · {network.id} · {state}"


def finding_lines(finding: Finding) -> Iterator[str]:
    """Yield what was found at a step, what may be done about it, and what to type for that."""
    verdict = wording.check_verdict_word(finding.verdict)
    title = wording.check_step_title(finding.step)
    yield f"{verdict + ':':<10}{title} — {wording.finding_line(finding)}"
    for line in (wording.finding_advice(finding), finding.command):
        if line:
            yield f"{'':<10}{line}"


def pairing_line(pairing: Pairing) -> str:
    """Return how far a pairing is, and what may be typed."""
    name = person_name(pairing.name)
    lines = [wording.pairing_line(pairing, name), _what_to_type(pairing, name)]
    return " ".join(filter(None, lines))


def own_lines(profile: Profile) -> Iterator[str]:
    """Yield who the user is."""
    for label, value in (
        ("Name", person_name(profile.name)),
        ("Computer", person_name(profile.computer)),
        ("Id", short_id(profile.id)),
        ("Port", profile.port),
        ("Seen by", _SEEN_BY[profile.visibility]),
    ):
        yield f"{label + ':':<10}{value}"


def _marks(friend: Friend) -> list[str]:
    """Return what else is to be known of a friend; drawn by us, never part of a name."""
    marks = (
        (friend.trust is Trust.VERIFIED, "verified"),
        (friend.is_mine, "my own computer"),
        (friend.is_copied, "used on two computers"),
        (bool(friend.introduced_by), f"introduced by {person_name(friend.introduced_by)}"),
    )
    return [text for holds, text in marks if holds]


def _what_to_type(pairing: Pairing, name: str) -> str:
    """Return what the user may type at this stage of a pairing; "" for nothing."""
    match pairing.stage:
        case PairingStage.ASKED:
            return "(type yes or no)"
        case PairingStage.COMPARING:
            number = wording.digits_apart(pairing.shown)
            return (
                f"Read your number {number} to {name}, and type the one that they read to you"
                " (or: later, differ):"
            )
        case _:
            return ""
