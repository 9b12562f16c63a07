import asyncio

from byhand.network.send_queue import SendQueue


async def test_bytes_leave_in_order_and_in_whole_chunks() -> None:
    queue = SendQueue()
    for chunk in (b"one", b"two", b"a long one", b"x"):
        queue.append(chunk)
    assert await queue.take(6) == b"onetwo"
    assert await queue.take(6) == b"a long one"
    assert await queue.take(6) == b"x"


async def test_bytes_count_until_they_have_left() -> None:
    queue = SendQueue()
    queue.append(bytes(10))
    taken = await queue.take(100)
    assert queue.size == 10
    queue.left(len(taken))
    assert queue.size == 0


async def test_taking_waits_for_bytes() -> None:
    queue = SendQueue()
    taking = asyncio.create_task(queue.take(10))
    await asyncio.sleep(0)
    assert not taking.done()
    queue.append(b"now")
    assert await taking == b"now"


async def test_everybody_who_waits_for_room_is_woken() -> None:
    queue = SendQueue()
    queue.append(bytes(10))
    waiting = [asyncio.create_task(queue.wait_until(size)) for size in (0, 5, 5)]
    await asyncio.sleep(0)
    queue.left(4)
    await asyncio.sleep(0)
    assert [task.done() for task in waiting] == [False, False, False]
    queue.left(1)
    await asyncio.sleep(0)
    assert [task.done() for task in waiting] == [False, True, True]
    queue.close()
    await waiting[0]
