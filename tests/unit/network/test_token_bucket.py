from hypothesis import given
from hypothesis import strategies as st

from byhand.network.token_bucket import TokenBucket


def test_a_full_bucket_gives_its_burst_and_no_more() -> None:
    bucket = TokenBucket(rate=1, burst=3)
    assert [bucket.take(0.0) for _ in range(4)] == [True, True, True, False]


def test_several_tokens_are_taken_together_or_none() -> None:
    bucket = TokenBucket(rate=1, burst=3)
    assert [bucket.take(0.0, count) for count in (2, 2, 1, 1)] == [True, False, True, False]


def test_tokens_come_back_at_the_rate() -> None:
    bucket = TokenBucket(rate=2, burst=1)
    assert bucket.take(0.0)
    assert not bucket.take(0.4)
    assert bucket.take(0.5)


def test_a_token_given_back_may_be_taken_at_once_but_never_exceeds_the_burst() -> None:
    bucket = TokenBucket(rate=0, burst=1)
    bucket.take(0.0)
    bucket.give_back()
    bucket.give_back()
    assert [bucket.take(0.0), bucket.take(0.0)] == [True, False]


@given(st.lists(st.floats(0, 10), min_size=1, max_size=200))
def test_in_no_window_are_more_given_than_burst_and_rate_allow(pauses: list[float]) -> None:
    bucket = TokenBucket(rate=3, burst=5)
    now, given_at = 0.0, []
    for pause in pauses:
        now += pause
        if bucket.take(now):
            given_at.append(now)
    for first, start in enumerate(given_at):
        for last, end in enumerate(given_at[first:], start=1):
            assert last <= 5 + 3 * (end - start) + 1e-6
