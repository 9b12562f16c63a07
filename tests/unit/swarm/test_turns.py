from byhand.swarm.turns import AT_ONCE, STUCK_SECONDS, Turns

MANY = AT_ONCE + 4


def test_in_a_small_group_it_is_everybodys_turn() -> None:
    turns = Turns()
    for member in range(AT_ONCE):
        assert turns.may_begin(member, AT_ONCE, 0.0)
        turns.begin(member, 0.0)


def test_in_a_large_group_some_are_sent_to_at_once_and_the_next_are_who_asked_first() -> None:
    turns = Turns()
    for member in range(MANY):
        assert turns.may_begin(member, MANY, 0.0) == (member < AT_ONCE)
        if member < AT_ONCE:
            turns.begin(member, 0.0)
    turns.over(0)
    assert not turns.may_begin(0, MANY, 0.1)
    assert not turns.may_begin(AT_ONCE + 1, MANY, 0.1)
    assert turns.may_begin(AT_ONCE, MANY, 0.1)


def test_who_is_stuck_keeps_nobody_waiting() -> None:
    turns = Turns()
    for member in range(AT_ONCE):
        turns.may_begin(member, MANY, 0.0)
        turns.begin(member, 0.0)
    assert not turns.may_begin("late", MANY, STUCK_SECONDS)
    assert turns.may_begin("late", MANY, STUCK_SECONDS + 0.1)


def test_who_asks_no_more_or_leaves_keeps_nobody_waiting() -> None:
    turns = Turns()
    for member in range(AT_ONCE):
        turns.may_begin(member, MANY, 0.0)
        turns.begin(member, 0.0)
    assert not turns.may_begin("first", MANY, 0.1)
    assert not turns.may_begin("second", MANY, 0.1)
    assert not turns.may_begin("third", MANY, 0.1)
    turns.over(0)
    turns.leave("first")
    assert turns.may_begin("second", MANY, 0.2)
    assert not turns.may_begin("third", MANY, 0.2)
    assert turns.may_begin("third", MANY, 1.5), "the second has not asked for a second"
