"""What a check of the connection says: a title, a sentence and a piece of advice a step."""

from byhand.domain.connection_check import CheckStep, ConnectionReport, Finding, Found, Verdict
from byhand.domain.text import filled, safe_text
from byhand.wording.translation import Translate, plain

NAME_CHARACTERS = 120


def check_step_title(step: CheckStep, translate: Translate = plain) -> str:
    """Return what a step is called."""
    texts = {
        CheckStep.PORT: translate("wording", "This computer's port"),
        CheckStep.NETWORK: translate("wording", "Network"),
        CheckStep.VPN: translate("wording", "VPN"),
        CheckStep.FIREWALL: translate("wording", "Firewall"),
        CheckStep.DISCOVERY: translate("wording", "Finding people nearby"),
        CheckStep.FRIEND: translate("wording", "Being reached"),
    }
    return texts[step]


def check_verdict_word(verdict: Verdict | None, translate: Translate = plain) -> str:
    """Return in a word how it stands with a step; None: it is being looked at."""
    texts = {
        None: translate("wording", "Checking…"),
        Verdict.OK: translate("wording", "Fine"),
        Verdict.UNKNOWN: translate("wording", "Not sure"),
        Verdict.PROBLEM: translate("wording", "Problem"),
    }
    return texts[verdict]


def finding_line(finding: Finding, translate: Translate = plain) -> str:
    """Return one sentence on what was found."""
    if finding.found is Found.OTHERS_HEARD:
        return translate("wording", "%n other computer(s) heard here.", "", finding.count)
    name = safe_text(finding.name, NAME_CHARACTERS)
    texts = _own_lines(finding, translate) | _network_lines(translate) | _friend_lines(translate)
    return filled(texts[finding.found], name=name, port=finding.port, taken=finding.other_port)


def finding_advice(finding: Finding, translate: Translate = plain) -> str:
    """Return what the user may do about it; "" where nothing need be done."""
    texts = _own_advice(translate) | _network_advice(translate) | _friend_advice(translate)
    name = safe_text(finding.name, NAME_CHARACTERS)
    return filled(texts.get(finding.found, ""), name=name, port=finding.port)


def check_summary(report: ConnectionReport, translate: Translate = plain) -> str:
    """Return in one sentence how it stands with all of it."""
    if not report.is_done:
        return translate("wording", "Looking at this computer, the network and your friend…")
    problems = sum(each.verdict is Verdict.PROBLEM for each in report.findings)
    if problems:
        return translate("wording", "%n problem(s) found", "", problems)
    if report.verdict is Verdict.OK:
        return translate("wording", "Everything is fine")
    return translate("wording", "No problem found, but not everything could be checked")


def _own_lines(finding: Finding, translate: Translate) -> dict[Found, str]:
    if finding.found is Found.FIREWALL_OPEN and not finding.name:
        is_open = translate("wording", "Nothing here keeps port {port} closed.")
    else:
        is_open = translate("wording", "The firewall {name} lets port {port} in.")
    return {
        Found.LISTENING: translate("wording", "Listening on port {port}."),
        Found.OTHER_PORT: translate(
            "wording", "Another program uses port {taken}: listening on {port} instead."
        ),
        Found.NO_FIREWALL: translate("wording", "No firewall is active on this computer."),
        Found.FIREWALL_OPEN: is_open,
        Found.FIREWALL_CLOSED: translate(
            "wording", "The firewall {name} keeps port {port} closed."
        ),
        Found.FIREWALL_UNSURE: translate(
            "wording", "The firewall {name} is active and may keep port {port} closed."
        ),
        Found.FIREWALL_UNTOLD: translate(
            "wording", "This computer doesn't tell whether a firewall is active."
        ),
    }


def _network_lines(translate: Translate) -> dict[Found, str]:
    return {
        Found.ON_NETWORK: translate("wording", "Connected: {name}."),
        Found.OFFLINE: translate("wording", "This computer is on no network."),
        Found.NO_VPN: translate("wording", "No VPN is on."),
        Found.VPN_BESIDE: translate("wording", "The VPN {name} is on and not in the way."),
        Found.VPN_TAKES_ALL: translate("wording", "Everything goes through the VPN {name}."),
        Found.VPN_IN_THE_WAY: translate(
            "wording", "Everything goes through the VPN {name}, which may keep friends out."
        ),
        Found.ONLY_OURSELVES: translate("wording", "Nobody else is heard on this network."),
        Found.NOTHING_HEARD: translate(
            "wording", "Not even our own announcement comes back: it is blocked."
        ),
        Found.NOT_LISTENED: translate("wording", "There is no network to listen on."),
    }


def _friend_lines(translate: Translate) -> dict[Found, str]:
    return {
        Found.REACHED: translate("wording", "{name} called back and reached this computer."),
        Found.UNREACHED: translate("wording", "{name} called back and could not get in."),
        Found.SEEN_NOT_REACHED: translate(
            "wording", "{name} is on this network but can't be reached."
        ),
        Found.AWAY: translate("wording", "{name} is not there and can't call back."),
        Found.TOO_OLD: translate("wording", "{name} needs a newer Byhand to call back."),
        Found.TRIED_LATELY: translate(
            "wording", "{name} was not asked again: a friend calls back once a minute at most."
        ),
        Found.SILENT: translate("wording", "{name} gave no answer."),
        Found.UNPROVEN: translate("wording", "{name} says it worked, but no call came."),
        Found.HELD: translate("wording", "{name} was not asked: nothing goes to them now."),
        Found.NOBODY_THERE: translate("wording", "No friend is there who could call back."),
        Found.PORT_TOO_LOW: translate("wording", "Friends don't call ports below 1024."),
    }


def _own_advice(translate: Translate) -> dict[Found, str]:
    as_administrator = translate("wording", "Open the port with this command:")
    return {
        Found.OTHER_PORT: translate(
            "wording", "Friends find the new port. Firewall rules may need it, too."
        ),
        Found.FIREWALL_CLOSED: as_administrator,
        Found.FIREWALL_UNSURE: translate(
            "wording", "If friends can't reach you, open the port with this command:"
        ),
        Found.FIREWALL_UNTOLD: translate("wording", "If one is, let TCP port {port} in."),
    }


def _network_advice(translate: Translate) -> dict[Found, str]:
    return {
        Found.OFFLINE: translate("wording", "Connect to Wi-Fi or plug in a cable."),
        Found.VPN_TAKES_ALL: translate(
            "wording",
            "If friends nearby can't be reached, allow the local network in its settings.",
        ),
        Found.VPN_IN_THE_WAY: translate(
            "wording", "Allow the local network in its settings, or turn it off and try again."
        ),
        Found.ONLY_OURSELVES: translate(
            "wording",
            "You may be alone here. Guest networks keep computers apart: use another one, or an"
            " invite link.",
        ),
        Found.NOTHING_HEARD: translate(
            "wording", "Let UDP port 5353 in, or add friends by an invite link."
        ),
        Found.NOT_LISTENED: translate("wording", "Connect to Wi-Fi or plug in a cable."),
    }


def _friend_advice(translate: Translate) -> dict[Found, str]:
    return {
        Found.UNREACHED: translate(
            "wording",
            "A firewall here, or a router in between, must let TCP port {port} in. You may"
            " still reach {name}.",
        ),
        Found.SEEN_NOT_REACHED: translate(
            "wording",
            "A firewall there may be in the way: ask {name} to check the connection, too.",
        ),
        Found.AWAY: translate("wording", "Try again when {name} has Byhand open."),
        Found.TOO_OLD: translate("wording", "Ask {name} to update."),
        Found.TRIED_LATELY: translate("wording", "Try again in a minute."),
        Found.SILENT: translate("wording", "Try again in a minute."),
        Found.UNPROVEN: translate(
            "wording", "Something else may answer at your address. Try again in a minute."
        ),
        Found.HELD: translate("wording", "The menu of {name} says why."),
        Found.NOBODY_THERE: translate("wording", "Try again when a friend has Byhand open."),
        Found.PORT_TOO_LOW: translate("wording", "Choose a port of 1024 or more."),
    }
