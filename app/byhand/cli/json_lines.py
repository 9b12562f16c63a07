"""The output for scripts: one JSON object a line, each with its `event`."""

import json
from collections.abc import Mapping, Sequence
from typing import TextIO

from msgspec.structs import asdict

from byhand.cli.orders import ExitCode
from byhand.cli.rows import TransferRow
from byhand.cli.transfer_fields import (
    check_fields,
    file_fields,
    group_fields,
    history_fields,
    offer_fields,
    progress_fields,
    state_fields,
    transfer_fields,
)
from byhand.domain.connection_check import ConnectionReport, Finding
from byhand.domain.events import FileRow
from byhand.domain.friend import Friend, Nearby, Presence
from byhand.domain.group import GroupStanding
from byhand.domain.history import HistoryItem
from byhand.domain.history_events import CheckedAgain
from byhand.domain.identity import FriendId
from byhand.domain.introduction import Introduced
from byhand.domain.limits import clock_written, days_of
from byhand.domain.pairing import Pairing
from byhand.domain.profile import Network, Profile
from byhand.domain.progress import Progress
from byhand.domain.transfer import Transfer, TransferId


class JsonLines:
    """Writes every event as a line at once; texts are raw, made harmless by JSON's escapes."""

    tick_seconds = 0.5

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def offer(self, transfer: Transfer, friend_name: str) -> None:
        """Write `offer {id, direction, friend, title, files, bytes, note?, text?}`."""
        self._write("offer", **offer_fields(transfer, friend_name))

    def state(self, transfer: Transfer, friend_name: str) -> None:  # noqa: ARG002 - the offer has it
        """Write `state {id, state, code?, compared?, accepted_by_policy?, put_off?, …}`."""
        self._write("state", **state_fields(transfer))

    def progress(
        self,
        transfer: Transfer,
        progress: Progress,
        friend_name: str,  # noqa: ARG002 - the offer has it
    ) -> None:
        """Write `progress {id, bytes, total_bytes, files, total_files, bytes_per_second, …}`."""
        self._write("progress", id=transfer.id.hex(), **progress_fields(progress))

    def group(
        self,
        standing: GroupStanding,
        friend_name: str,  # noqa: ARG002 - the offer has it
        names: Mapping[FriendId, str],  # noqa: ARG002 - scripts go by ids
    ) -> None:
        """Write `group {id, group, part, total_bytes, from_sender_bytes, members, …}`."""
        self._write("group", id=standing.transfer_id.hex(), **group_fields(standing))

    def group_progress(
        self,
        transfer: Transfer,  # noqa: ARG002 - the standing has its id
        standing: GroupStanding,
        friend_name: str,
    ) -> None:
        """Write it as `group`."""
        self.group(standing, friend_name, {})

    def group_over(self, transfer_id: TransferId, group_id: bytes) -> None:
        """Write `group_over {id, group}`."""
        self._write("group_over", id=transfer_id.hex(), group=group_id.hex())

    def finished(self, transfer: Transfer) -> None:
        """Write `finished {id, ok, failed, paths}`."""
        self._write(
            "finished",
            id=transfer.id.hex(),
            ok=transfer.done_files,
            failed=transfer.failed_files,
            paths=transfer.saved_paths,
        )

    def question(self, transfer: Transfer, friend_name: str) -> None:
        """Write nothing: an incoming offer is the question."""

    def question_gone(self) -> None:
        """Write nothing: the state says it."""

    def transfers(self, rows: Sequence[TransferRow]) -> None:
        """Write `transfer {id, direction, friend, title, state, online, …}` for each."""
        for row in rows:
            self._write("transfer", **transfer_fields(row))

    def ordered(self, rows: Sequence[TransferRow], sentence: str) -> None:  # noqa: ARG002 - for people
        """Write `transfer` for each, as they are now."""
        self.transfers(rows)

    def queued(self, transfer: Transfer, sentence: str) -> None:  # noqa: ARG002 - for people
        """Write `queued {id}`."""
        self._write("queued", id=transfer.id.hex())

    def files(self, transfer_id: TransferId, rows: Sequence[FileRow]) -> None:
        """Write `file {id, index, path, size, state, folder?, code?, …}` for each."""
        for row in rows:
            self._write("file", id=transfer_id.hex(), **file_fields(row))

    def text(self, transfer: Transfer, friend_name: str, text: str) -> None:  # noqa: ARG002 - the offer has it
        """Write `text {id, text}`."""
        self._write("text", id=transfer.id.hex(), text=text)

    def history(self, items: Sequence[HistoryItem]) -> None:
        """Write `history {id, ended, direction, friend, title, state, …}` for each."""
        for item in items:
            self._write("history", **history_fields(item))

    def checked(self, checked: CheckedAgain) -> None:
        """Write `checked {id, right, missing, changed, missing_paths, changed_paths, …}`."""
        self._write("checked", **check_fields(checked))

    def friend(self, friend: Friend, presence: Presence) -> None:
        """Write `friend {name, computer, id, trust, online, mine?, rival?, copied?, …}`."""
        marks = {
            "mine": friend.is_mine,
            "rival": friend.rival and friend.rival.hex(),
            "copied": friend.is_copied,
            "introduced_by": friend.introduced_by,
        }
        self._write(
            "friend",
            name=friend.name,
            computer=friend.computer,
            id=friend.id.hex(),
            trust=friend.trust,
            online=presence.is_online,
            **{name: value for name, value in marks.items() if value},
        )

    def policy(self, friend: Friend) -> None:
        """Write `policy {friend, id, accepts_by_itself, limit_bytes, folder, keeps_modes}`."""
        policy = friend.policy
        self._write(
            "policy",
            friend=friend.name,
            id=friend.id.hex(),
            accepts_by_itself=policy.accepts_by_itself,
            limit_bytes=policy.limit_bytes,
            folder=policy.folder,
            keeps_modes=policy.keeps_modes,
        )

    def limits(self, profile: Profile) -> None:
        """Write `limits {up, down, at_once, hours: {from, …, up, down}?}`; null for no limit."""
        schedule = profile.schedule
        hours: dict[str, object] = {}
        if schedule is not None:
            hours["hours"] = {
                "from": clock_written(schedule.from_minute),
                "to": clock_written(schedule.to_minute),
                "days": days_of(schedule),
                **asdict(schedule.limits),
            }
        self._write("limits", **asdict(profile.limits), at_once=profile.at_once, **hours)

    def friend_limits(self, friend: Friend) -> None:
        """Write `friend_limits {friend, id, up, down}`; null for no limit."""
        limits = asdict(friend.limits)
        self._write("friend_limits", friend=friend.name, id=friend.id.hex(), **limits)

    def introduction(self, introduced: Introduced) -> None:
        """Write `introduction {id, introducer, name, computer, stage, expires}`."""
        self._write(
            "introduction",
            id=introduced.id.hex(),
            introducer=introduced.introducer.name,
            name=introduced.name,
            computer=introduced.computer,
            stage=introduced.stage,
            expires=int(introduced.expires_at),
        )

    def network(self, network: Network) -> None:
        """Write `network {id, name, trusted}`."""
        self._write("network", id=network.id, name=network.name, trusted=network.is_trusted)

    def finding(self, finding: Finding) -> None:
        """Write `finding {step, found, verdict, name?, port?, other_port?, count?, command?}`."""
        told = {name: value for name, value in asdict(finding).items() if value}
        self._write("finding", **told, verdict=finding.verdict)

    def connection(self, report: ConnectionReport) -> None:
        """Write `connection {verdict}`: ok, unknown or problem."""
        self._write("connection", verdict=report.verdict)

    def pairing(self, pairing: Pairing) -> None:
        """Write `pairing {id, stage, name, computer, shown?, tries_left?, settled?, problem?}`."""
        parts = {
            "shown": pairing.shown,
            "tries_left": pairing.tries_left if pairing.shown else 0,
            "settled": pairing.has_other_settled,
            "problem": pairing.problem,
        }
        self._write(
            "pairing",
            id=pairing.id,
            stage=pairing.stage,
            name=pairing.name,
            computer=pairing.computer,
            **{name: value for name, value in parts.items() if value},
        )

    def candidate(self, number: int, nearby: Nearby) -> None:
        """Write `candidate {number, name}`."""
        self._write("candidate", number=number, name=nearby.name)

    def nearby(self, nearby: Nearby) -> None:
        """Write `nearby {name}`."""
        self._write("nearby", name=nearby.name)

    def me(self, profile: Profile) -> None:
        """Write `me {name, computer, id, port, visible_to}`."""
        self._write(
            "me",
            name=profile.name,
            computer=profile.computer,
            id=profile.id.hex(),
            port=profile.port,
            visible_to=profile.visibility,
        )

    def ready(self, profile: Profile) -> None:
        """Write `ready {port}`."""
        self._write("ready", port=profile.port)

    def invite(self, link: str, expires_at: float) -> None:
        """Write `invite {link, expires}`."""
        self._write("invite", link=link, expires=int(expires_at))

    def backup(self, path: str, name: str, computer: str, friends: int) -> None:
        """Write `backup {path, name, computer, friends}`."""
        self._write("backup", path=path, name=name, computer=computer, friends=friends)

    def note(self, sentence: str) -> None:
        """Write nothing: notes are for people."""

    def error(self, code: str, sentence: str, transfer_id: TransferId | None = None) -> None:
        """Write `error {code, message, id?}`."""
        about = {} if transfer_id is None else {"id": transfer_id.hex()}
        self._write("error", code=code, message=sentence, **about)

    def end(self, exit_code: ExitCode) -> None:
        """Write `end {exit}`, the last line."""
        self._write("end", exit=int(exit_code))

    def _write(self, event: str, **fields: object) -> None:
        self._stream.write(json.dumps({"event": event} | fields) + "\n")
        self._stream.flush()
