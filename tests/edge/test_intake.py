"""What a worker holds is counted in bytes, and never counted for ever."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest

from wiredesk.edge.agents import SLICE_BYTES, cut
from wiredesk.edge.intake import MOST_RECORDS, SMALLEST, Intake


class Message:
    def __init__(self, size):
        self.value = b"x" * size


def test_what_is_done_and_what_is_dropped_makes_room():
    intake = Intake(1 << 20)
    messages = [Message(100_000) for _ in range(8)]
    for message in messages:
        intake.take(message)
    assert intake.held == 800_000
    assert intake.room() == 2
    intake.give(messages[0])
    intake.give(messages[0])
    assert intake.held == 700_000
    del messages, message  # Faust drops its buffers when partitions move
    assert intake.held == 0


def test_small_messages_are_bounded_by_number_and_one_always_may_come():
    intake = Intake(1 << 20)
    assert intake.room() == MOST_RECORDS
    kept = [Message(0) for _ in range(3000)]
    for message in kept:
        intake.take(message)
    assert intake.held == 3000 * SMALLEST
    assert intake.room() == 1


async def test_a_full_intake_waits_until_there_is_room():
    intake = Intake(1000)
    message = Message(2000)
    intake.take(message)
    waiting = asyncio.create_task(intake.wait(lambda: True))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    intake.give(message)
    await asyncio.wait_for(waiting, 1)
    intake.take(message)
    await asyncio.wait_for(intake.wait(lambda: False), 1)


@pytest.mark.parametrize("sizes", [[], [1], [SLICE_BYTES], [SLICE_BYTES + 1, 1], [SLICE_BYTES // 2] * 5])
def test_a_batch_is_cut_by_bytes_and_stays_whole(sizes):
    events = [SimpleNamespace(message=Message(size)) for size in sizes]
    parts = list(cut(events))
    assert [event for part in parts for event in part] == events
    assert all(len(part) == 1 or sum(len(event.message.value) for event in part) <= SLICE_BYTES for part in parts)
