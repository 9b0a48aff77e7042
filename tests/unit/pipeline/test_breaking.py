"""Breaking off what runs in other threads."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from paraplu.pipeline.breaking import Breaker

LONG = 60
"""Seconds after which a test that hangs fails; none of them takes that long."""


async def wait_for_ever(started: Event) -> None:
    """Tell that it has begun, and never end."""
    started.set()
    await asyncio.Event().wait()


def test_what_runs_in_another_thread_is_broken_off() -> None:
    """At once: the work would never end by itself."""
    breaker, started = Breaker(), Event()
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(asyncio.run, breaker.hold(wait_for_ever(started)))
        assert started.wait(LONG)
        breaker.break_off()
        with pytest.raises(asyncio.CancelledError):
            running.result(LONG)


def test_what_comes_after_it_does_not_begin() -> None:
    """A thread may be on its way to start when the rest is broken off."""
    breaker, started = Breaker(), Event()
    breaker.break_off()
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(breaker.hold(wait_for_ever(started)))
    assert not started.is_set()


def test_work_that_ends_is_left_alone() -> None:
    """Breaking off later does nothing to it."""
    breaker, done = Breaker(), Event()

    async def work() -> None:
        done.set()

    asyncio.run(breaker.hold(work()))
    breaker.break_off()
    assert done.is_set()
