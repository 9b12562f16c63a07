"""What slows a transfer down, in a sentence."""

from byhand.domain.bottleneck import Bottleneck
from byhand.domain.limits import exact_rate
from byhand.domain.progress import Progress
from byhand.domain.text import filled
from byhand.wording.states import STALLED_SECONDS
from byhand.wording.translation import Translate, plain


def bottleneck_line(progress: Progress, friend_name: str, translate: Translate = plain) -> str:
    """Return what slows a transfer down: "Slowed down by the network"; "" if that is not clear.

    What goes as fast as a computer can is said like that; of what has stalled, nothing.
    """
    if progress.idle_seconds >= STALLED_SECONDS:
        return ""
    match progress.bottleneck:
        case None:
            return ""
        case Bottleneck.LIMIT_HERE if progress.limit is not None:
            text = translate("wording", "Slowed down by the limit that is set: {rate}")
            return filled(text, rate=exact_rate(progress.limit))
        case found:
            return filled(_sentence(found, translate), name=friend_name)


def _sentence(found: Bottleneck, translate: Translate) -> str:
    match found:
        case Bottleneck.DISK_HERE:
            return translate("wording", "Slowed down by the disk of this computer")
        case Bottleneck.DISK_THERE:
            return translate("wording", "Slowed down by {name}'s disk")
        case Bottleneck.NETWORK:
            return translate("wording", "Slowed down by the network")
        case Bottleneck.LIMIT_HERE:
            return translate("wording", "Slowed down by the limit that is set")
        case Bottleneck.LIMIT_THERE:
            return translate("wording", "Slowed down by a limit that {name} has set")
        case Bottleneck.COMPUTER_HERE:
            return translate("wording", "As fast as this computer can")
        case Bottleneck.COMPUTER_THERE:
            return translate("wording", "As fast as {name}'s computer can")
