"""Breaking off what runs in other threads, at once and not when it happens to end."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Coroutine

__all__ = ["Breaker"]


class Breaker:
    """Holds work that runs in event loops of other threads, to break it off.

    What was broken off raises `asyncio.CancelledError` there; what comes after it does too.
    """

    def __init__(self) -> None:
        """Begin with nothing to break off."""
        self._lock = Lock()
        self._running: dict[asyncio.Task[Any], asyncio.AbstractEventLoop] = {}
        self._broken = False

    async def hold(self, work: Coroutine[Any, Any, object]) -> None:
        """Do the work in the loop of this thread, so that another thread can break it off."""
        import asyncio

        task = asyncio.ensure_future(work)
        with self._lock:
            self._running[task] = asyncio.get_running_loop()
            if self._broken:
                task.cancel()
        try:
            await task
        finally:
            with self._lock:
                del self._running[task]

    def break_off(self) -> None:
        """Cancel all that runs and all that comes."""
        with self._lock:
            self._broken = True
            running = dict(self._running)
        for task, loop in running.items():
            with suppress(RuntimeError):  # the loop has ended in the meantime
                loop.call_soon_threadsafe(task.cancel)
