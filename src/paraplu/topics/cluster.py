"""Runs on a cluster of Dask, for archives of interviews: needs the extra ``[cluster]``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from distributed import Client

    from paraplu.language import Embedder
    from paraplu.topics.runs import Runner

__all__ = ["ShardedEmbedder", "run_on"]

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Made = TypeVar("Made")

SHARD = 500
"""Texts that one worker embeds at a time: some seconds of work."""


def run_on(client: Client) -> Runner:
    """Return a runner that does tasks on the workers of a cluster.

    Give the workers one thread each, and let linear algebra use one thread, or they get in each
    other's way. What is made comes back in the order of the items, so that the outcome is the
    same as that of `run_here`.

    Parameters
    ----------
    client
        Connected to the cluster.

    """
    return partial(_run, client)


class ShardedEmbedder:
    """An embedder that lets workers embed, a shard of the texts each.

    Put it inside a `CachedEmbedder` to keep the vectors.

    Parameters
    ----------
    embedder
        One whose vectors do not depend on the other texts; it is sent to the workers.
    run
        As from `run_on`, or `run_here`.
    size
        Texts in a shard.

    Raises
    ------
    ValueError
        When the vectors of the embedder depend on the texts around them.

    """

    corpus_bound = False

    def __init__(self, embedder: Embedder, *, run: Runner, size: int = SHARD) -> None:
        """Keep the embedder and the runner."""
        if embedder.corpus_bound:
            msg = f"{embedder.name} cannot be sharded"
            raise ValueError(msg)
        self._embedder, self._run, self._size = embedder, run, size

    @property
    def name(self) -> str:
        """Return the name of the embedder that does the work."""
        return self._embedder.name

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Return vectors as ndarray of shape (n_texts, n_dimensions)."""
        shards = [list(texts[start : start + self._size])
                  for start in range(0, len(texts), self._size)]  # fmt: skip
        if not shards:
            return self._embedder.embed([])
        return np.vstack(self._run(_embed, shards, shared=self._embedder))


def _embed(embedder: Embedder, texts: list[str]) -> np.ndarray:
    """Embed one shard."""
    return embedder.embed(texts)


def _run(
    client: Client,
    task: Callable[[Shared, Item], Made],
    items: Sequence[Item],
    *,
    shared: Shared,
) -> list[Made]:
    """Do a task for every item on the workers."""
    scatter: Any = client.scatter
    gather: Any = client.gather
    sent = scatter([shared], broadcast=True, hash=False)[0]
    done = [client.submit(task, sent, item, pure=False) for item in items]
    made: list[Made] = gather(done)
    return made
