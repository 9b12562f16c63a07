"""How it is said that several who receive the same pass it on to each other."""

import time

from byhand.domain.group import GroupMode, GroupPart, GroupStanding, MemberStanding
from byhand.domain.progress import Progress
from byhand.domain.text import filled, joined
from byhand.wording.quantities import done_of_total, size
from byhand.wording.translation import Translate, plain


def consent_line(others: int, translate: Translate = plain) -> str:
    """Return what whoever takes part agrees to; "" for an offer to nobody else."""
    if not others:
        return ""
    return translate(
        "wording",
        "Also offered to %n other(s). Those who take part pass it on to each other: it gets here"
        " faster, and they will see your IP address.",
        "",
        others,
    )


def group_mode_text(mode: GroupMode, translate: Translate = plain) -> str:
    """Return what is chosen, after "Let them pass it on to each other:"."""
    return {
        GroupMode.AUTO: translate("wording", "If that is faster"),
        GroupMode.ON: translate("wording", "Always"),
        GroupMode.OFF: translate("wording", "Never"),
    }[mode]


def from_line(friend_name: str, giving: int, translate: Translate = plain) -> str:
    """Return whom it comes from where others give of it, too: "from Anna and 3 others"."""
    text = translate("wording", "from {name} and %n other(s)", "", giving)
    return filled(text, name=friend_name)


def passing_on_line(others: int, until: float, translate: Translate = plain) -> str:
    """Return for whom it stays, and until when; `until` in Unix seconds."""
    text = translate("wording", "Passing it on to %n other(s) until {time}", "", others)
    return filled(text, time=time.strftime("%H:%M", time.localtime(until)))


def group_line(standing: GroupStanding, friend_name: str, translate: Translate = plain) -> str:
    """Return how the whole group stands; `friend_name` is the sender's, where that is a friend."""
    others = len(standing.members)
    if standing.part is GroupPart.MEMBER:
        return _own_line(standing, friend_name, translate)
    has, everything = standing.bytes_of_all
    text = translate("wording", "%n friend(s): {has} of {all}", "", others)
    whole = filled(text, has=size(has, translate), all=size(everything, translate))
    return joined((whole, _uploaded(standing, translate)))


def together_line(standing: GroupStanding, translate: Translate = plain) -> str:
    """Return how far all are together, as the sender sees it, and what went up for that."""
    far = done_of_total(Progress(*standing.bytes_of_all, 0, 0), translate)
    return joined((far, _uploaded(standing, translate)))


def may_leave_line(translate: Translate = plain) -> str:
    """Return that the sender is not needed any more."""
    return translate("wording", "You may leave: everything is out")


def member_line(
    member: MemberStanding, standing: GroupStanding, translate: Translate = plain
) -> str:
    """Return what one of them has, gave and got: "120 MB to you · 80 MB from you"."""
    got = filled(translate("wording", "{size} from you"), size=size(member.given_bytes, translate))
    if standing.part is GroupPart.SENDER:
        text = translate("wording", "has {has} of {all}")
        has, whole = size(member.has_bytes, translate), size(standing.total_bytes, translate)
        return joined((filled(text, has=has, all=whole), got))
    gave = filled(translate("wording", "{size} to you"), size=size(member.taken_bytes, translate))
    return joined((gave, got))


def member_name(number: int, translate: Translate = plain) -> str:
    """Return what somebody is called who is no friend: nobody else knows who it is."""
    return filled(translate("wording", "Receiver {number}"), number=number)


def _uploaded(standing: GroupStanding, translate: Translate) -> str:
    text = translate("wording", "{size} uploaded from here")
    return filled(text, size=size(standing.from_sender_bytes, translate))


def _own_line(standing: GroupStanding, friend_name: str, translate: Translate) -> str:
    given = sum(member.given_bytes for member in standing.members)
    parts = [
        filled(
            translate("wording", "{size} from {name}"),
            size=size(standing.from_sender_bytes, translate),
            name=friend_name,
        ),
        filled(
            translate("wording", "{size} from %n other(s)", "", len(standing.members)),
            size=size(standing.from_others_bytes, translate),
        ),
        filled(translate("wording", "{size} passed on"), size=size(given, translate)),
    ]
    return joined(parts)
