"""What is raised inside a service comes out as it was."""

import asyncio

import pytest

from byhand.errors import ByhandError, NetworkError, UnreachableError
from byhand.service.guarding import guarded, start_guarded, unwrapped


async def test_an_error_is_given_to_who_wants_it_and_a_bug_is_not() -> None:
    async def fail(error: Exception) -> None:
        raise error

    failures = list[ByhandError]()
    error = NetworkError()
    await guarded(fail(error), failures.append)
    await guarded(fail(ValueError()), failures.append)
    await guarded(fail(error))
    assert failures == [error]


async def test_work_that_is_cancelled_before_it_has_begun_is_over_all_the_same() -> None:
    async def work() -> None:
        raise AssertionError

    ends = list[str]()
    async with asyncio.TaskGroup() as group:
        start_guarded(group, work(), at_end=lambda: ends.append("cancelled")).cancel()
    assert ends == ["cancelled"]


async def test_work_for_a_group_that_has_ended_is_over_at_once() -> None:
    async def work() -> None:
        raise AssertionError

    ends = list[str]()
    async with asyncio.TaskGroup() as group:
        pass
    with pytest.raises(RuntimeError):
        start_guarded(group, work(), at_end=lambda: ends.append("refused"))
    assert ends == ["refused"]


async def test_an_error_inside_task_groups_comes_out_alone_with_its_cause() -> None:
    cause = OSError("no route")
    with pytest.raises(UnreachableError) as raised, unwrapped():
        async with asyncio.TaskGroup(), asyncio.TaskGroup():
            raise UnreachableError from cause
    assert raised.value.__cause__ is cause


async def test_an_error_of_a_task_comes_out_alone() -> None:
    async def fail() -> None:
        raise NetworkError

    with pytest.raises(NetworkError), unwrapped():
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())


def test_several_errors_stay_together() -> None:
    several = ExceptionGroup("both", [NetworkError(), ValueError()])
    with pytest.raises(ExceptionGroup) as raised, unwrapped():
        raise ExceptionGroup("outer", [several])
    assert raised.value.exceptions == (several,)


def test_an_error_in_no_group_is_let_through() -> None:
    with pytest.raises(KeyboardInterrupt), unwrapped():
        raise KeyboardInterrupt
