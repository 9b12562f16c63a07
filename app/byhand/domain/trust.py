"""What may be believed of a friend, and what the user's word changes: rules over the whole book.

A rule takes everybody and returns those who are another afterwards; for somebody unknown nobody.
"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from byhand.domain.friend import Friend, Policy, Trust
from byhand.domain.identity import FriendId
from byhand.domain.limits import RateLimits, judged_limits
from byhand.domain.local_names import could_run
from byhand.domain.manifest import SIZE_LIMIT, Entry
from byhand.domain.persons import called, computers_of, free_name, judged_name
from byhand.errors import FriendOrderError, FriendProblem, KeyChangedError

Friends = Mapping[FriendId, Friend]
Changed = tuple[Friend, ...]


def admitted(friends: Friends, newcomer: Friend, verified_at: float) -> Changed:
    """Let somebody new in, under a name of their own; `verified_at` is 0 without codes.

    One who comes by the name of somebody else is that one's rival: both are held. Raises
    KeyChangedError when that name is in doubt already.
    """
    newcomer = settled(replace(newcomer, verified_at=verified_at))
    if newcomer.is_mine:
        return (newcomer,)
    namesakes = called(newcomer.name, friends.values())
    newcomer = replace(newcomer, name=free_name(newcomer.name, friends.values()))
    doubted = [friend for friend in namesakes if friend.trust is not Trust.BLOCKED]
    if not doubted:
        return (newcomer,)
    if any(friend.is_held for friend in doubted):
        raise KeyChangedError(doubted[0].name)
    computer = newcomer.computer.casefold()
    old = next((each for each in doubted if each.computer.casefold() == computer), doubted[0])
    return (
        replace(newcomer, rival=old.id),
        replace(old, rival=newcomer.id, trust=Trust.KEY_CHANGED),
    )


def met_again(friends: Friends, paired: Friend, verified_at: float) -> Changed:
    """Pair once more with somebody known: it may make us surer of them, and never less.

    Of `paired` only whether it is one of our own computers counts; `verified_at` is 0 without
    codes.
    """
    changed = _by_id(verified(friends, paired.id, verified_at)) if verified_at else {}
    if paired.is_mine:
        changed |= _by_id(kept_as_mine({**friends, **changed}, paired.id, True))
    return tuple(changed.values())


def verified(friends: Friends, friend_id: FriendId, now: float) -> Changed:
    """Take note that codes were compared; who is held stays held."""
    friend = friends.get(friend_id)
    if friend is None:
        return ()
    is_doubted = friend.trust in (Trust.BLOCKED, Trust.KEY_CHANGED)
    trust = friend.trust if is_doubted else Trust.VERIFIED
    return (replace(friend, trust=trust, verified_at=now),)


def blocked(friends: Friends, friend_id: FriendId) -> Changed:
    """Hold a friend until they are unblocked; their rival is in doubt no more."""
    friend = friends.get(friend_id)
    if friend is None:
        return ()
    return (replace(friend, trust=Trust.BLOCKED, rival=None), *rival_freed(friends, friend_id))


def unblocked(friends: Friends, friend_id: FriendId) -> Changed:
    """Take a blocked friend back, as sure of them as codes have made us."""
    friend = friends.get(friend_id)
    return (settled(friend),) if friend is not None and friend.trust is Trust.BLOCKED else ()


def renamed(friends: Friends, friend_id: FriendId, name: str) -> Changed:
    """Give a person another name; whoever came by the old one is somebody else.

    One of our own computers is renamed alone, and is what it is called. FriendOrderError.
    """
    friend = friends.get(friend_id)
    if friend is None:
        return ()
    person = computers_of(friend, friends.values())
    name = judged_name(name, person, friends.values())
    if name == friend.name and not friend.is_mine:
        return ()
    changed: dict[FriendId, Friend] = {}
    for each in person:
        changed.update(_by_id(rival_freed(friends, each.id)))
        fresh = _without_rival(each)
        computer = name if each.is_mine else each.computer
        changed[each.id] = replace(fresh, name=name, computer=computer)
    return tuple(changed.values())


def kept_apart(friends: Friends, friend_id: FriendId, name: str) -> Changed:
    """Say that one computer is somebody else's than its rival's, or than it was; a name for it.

    FriendOrderError for a name that cannot be.
    """
    friend = friends.get(friend_id)
    if friend is None:
        return ()
    name = judged_name(name, (friend,), friends.values())
    fresh = _without_rival(friend)
    return (replace(fresh, name=name), *rival_freed(friends, friend_id))


def joined(friends: Friends, friend_id: FriendId, person_id: FriendId) -> Changed:
    """Show a friend as another computer of a person; FriendOrderError if that is not to believe.

    Of two rivals only a newcomer who was verified may join the one whose name it came by.
    """
    friend, person = friends.get(friend_id), friends.get(person_id)
    if friend is None or person is None or friend_id == person_id:
        return ()
    problem = _why_not_joined(friend, person, friends)
    if problem is not None:
        raise FriendOrderError(problem, person.name)
    fresh = _without_rival(friend)
    return (replace(fresh, name=person.name), *rival_freed(friends, friend_id))


def kept_as_mine(friends: Friends, friend_id: FriendId, is_mine: bool) -> Changed:
    """Keep a friend among our own computers, or among other people under a name of its own."""
    friend = friends.get(friend_id)
    if friend is None or friend.is_mine is is_mine:
        return ()
    if not is_mine:
        others = [each for each in friends.values() if each.id != friend_id]
        return (replace(friend, is_mine=False, name=free_name(friend.name, others)),)
    fresh = _without_rival(friend)
    return (replace(fresh, is_mine=True), *rival_freed(friends, friend_id))


def given_policy(friends: Friends, friend_id: FriendId, policy: Policy) -> Changed:
    """Say what happens to a friend's offers; FriendOrderError for what may not be."""
    friend = friends.get(friend_id)
    if friend is None:
        return ()
    if policy.accepts_by_itself and friend.trust is not Trust.VERIFIED:
        raise FriendOrderError(FriendProblem.NOT_VERIFIED, friend.name)
    if not 0 < policy.limit_bytes <= SIZE_LIMIT:
        raise FriendOrderError(FriendProblem.LIMIT, friend.name)
    return (replace(friend, policy=policy),)


def given_freedom(friends: Friends, accepts: bool) -> Changed:
    """Let the files of all verified friends in unasked, or have each asked about."""
    return tuple(
        replace(friend, policy=replace(friend.policy, accepts_by_itself=accepts))
        for friend in friends.values()
        if friend.trust is Trust.VERIFIED and friend.policy.accepts_by_itself is not accepts
    )


def given_limits(friends: Friends, friend_id: FriendId, limits: RateLimits) -> Changed:
    """Say how fast bytes go to a friend and come from them; UsageError for what cannot be."""
    limits = judged_limits(limits)
    friend = friends.get(friend_id)
    return () if friend is None else (replace(friend, limits=limits),)


def moved(friends: Friends, friend_id: FriendId) -> Changed:
    """Believe that the identity has moved to where it was met last, and is no copy."""
    friend = friends.get(friend_id)
    return () if friend is None else (replace(friend, is_copied=False),)


def on_computer(friends: Friends, friend_id: FriendId, computer: str) -> Changed:
    """Take over what a friend calls their computer."""
    friend = friends.get(friend_id)
    return () if friend is None else (replace(friend, computer=computer),)


def copied(friends: Friends, friend_id: FriendId) -> Changed:
    """Take note that one identity was met on two installations."""
    friend = friends.get(friend_id)
    return () if friend is None else (replace(friend, is_copied=True),)


def rival_freed(friends: Friends, friend_id: FriendId) -> Changed:
    """Return a friend's rival as they are when the friend is in the way no more."""
    rival = friends[friend_id].rival
    return () if rival is None else (settled(friends[rival]),)


def settled(friend: Friend) -> Friend:
    """Return a friend about whom there is no doubt: as sure as codes have made us."""
    trust = Trust.VERIFIED if friend.verified_at else Trust.UNVERIFIED
    return replace(friend, trust=trust, rival=None)


def _without_rival(friend: Friend) -> Friend:
    """Return a friend who is in doubt with nobody any more."""
    return friend if friend.rival is None else settled(friend)


def policy_in_force(friend: Friend) -> Policy | None:
    """Return the policy by which a friend's offers may be accepted by themselves, if any."""
    is_sure = friend.trust is Trust.VERIFIED and not friend.is_held and not friend.is_copied
    return friend.policy if is_sure and friend.policy.accepts_by_itself else None


def policy_accepts(policy: Policy, entries: Iterable[Entry]) -> bool:
    """Say whether a policy lets an offer in: not too large, and nothing that could run."""
    room = policy.limit_bytes
    for entry in entries:
        room -= entry.size
        is_executable = policy.keeps_modes and entry.is_executable
        if room < 0 or could_run(entry.components[-1], is_executable=is_executable):
            return False
    return True


def _why_not_joined(friend: Friend, person: Friend, friends: Friends) -> FriendProblem | None:
    if friend.is_mine or person.is_mine:
        return FriendProblem.MINE
    if Trust.BLOCKED in (friend.trust, person.trust):
        return FriendProblem.BLOCKED
    computers = computers_of(person, friends.values())
    rivals = {each.id for each in computers if each.rival is not None}
    is_their_newcomer = friend.rival in rivals and friend.trust is not Trust.KEY_CHANGED
    if not is_their_newcomer and (friend.rival is not None or rivals):
        return FriendProblem.IN_DOUBT
    is_sure = is_their_newcomer or any(each.trust is Trust.VERIFIED for each in computers)
    if is_sure and friend.trust is not Trust.VERIFIED:
        return FriendProblem.NOT_BELIEVED
    return None


def _by_id(changed: Iterable[Friend]) -> dict[FriendId, Friend]:
    return {friend.id: friend for friend in changed}
