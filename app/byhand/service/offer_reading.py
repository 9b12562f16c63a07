"""An incoming offer while its manifest arrives, and the answer to it."""

from collections.abc import Callable
from dataclasses import replace

from byhand.domain.codes import Code
from byhand.domain.friend import Policy
from byhand.domain.identity import FriendId
from byhand.domain.plan import IncomingPlan
from byhand.domain.transfer import TransferState
from byhand.protocol.messages import Answer, Entries, Offer, Verdict
from byhand.service.disk_jobs import Checked, DiskJobs
from byhand.service.friend_session import FriendSession
from byhand.service.manifest_reader import ManifestReader
from byhand.service.row import Row
from byhand.service.surroundings import AcceptOrder


class OfferReading:
    """Judges and spools the manifest; an offer that comes once more replaces what was read."""

    def __init__(
        self,
        row: Row[IncomingPlan],
        jobs: DiskJobs,
        policy_of: Callable[[FriendId], Policy | None],
    ) -> None:
        self._row = row
        self._jobs = jobs
        self._policy_of = policy_of
        self._reader: ManifestReader | None = None

    def begin(self, offer: Offer) -> None:
        """Take an offer, or the same once more."""
        self._reader = ManifestReader()
        self._jobs.list_afresh()
        self._row.update(total_files=0, total_bytes=0, is_counted=False, note=offer.note or "")

    def read(self, message: Entries) -> None:
        """Take a part of the manifest and show how much it is by now.

        Raises RemoteProtocolError, UnsafeNameError.
        """
        if self._reader is None or self._row.state is not TransferState.OFFERED:
            return
        self._jobs.list(self._reader.read(message))
        self._row.update(total_files=self._reader.files, total_bytes=self._reader.bytes)
        if message.end is not None:
            self._reader = None
            self._jobs.check(message.end, self._policy_of(self._row.now.friend_id))

    def checked(self, event: Checked) -> AcceptOrder | None:
        """Let the user answer; return the answer of their policy if that holds still."""
        plan = replace(self._row.plan, digest=event.digest, manifest=event.manifest)
        self._row.replan(plan)
        self._row.update(is_counted=True, is_folder=event.is_folder, is_text=event.is_text)
        policy = self._policy_of(self._row.now.friend_id)
        if policy is None or event.policy != policy:
            return None
        return AcceptOrder(policy.folder or self._row.now.folder)

    def answer(self, session: FriendSession, verdict: Verdict, code: Code) -> None:
        """Tell the sender what our user says, or the disk."""
        plan = self._row.plan
        is_accepted = verdict is Verdict.ACCEPT
        answer = Answer(
            transfer_id=self._row.id,
            digest=plan.digest,
            verdict=verdict,
            chosen=list(plan.chosen) if is_accepted and plan.chosen is not None else None,
            code=code,
        )
        session.post(answer)
