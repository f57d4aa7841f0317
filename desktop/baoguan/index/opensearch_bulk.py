"""Changes on their way to a cluster: many in one request, and those it has no room for again."""

import json
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO

from opensearchpy.exceptions import TransportError

from baoguan.domain.ids import ArticleId
from baoguan.index.analysis import Entry
from baoguan.index.opensearch_connection import Connection
from baoguan.index.opensearch_schema import Json, indexed

WAITS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds to wait before each further try while a cluster says that it is overloaded."""

_OVERLOADED = (429, 502, 503, 504)
_MOST_ACTIONS = 1000
_MOST_BYTES = 5_000_000
_HELD_BYTES = 32_000_000

Change = tuple[ArticleId, Entry | None]


def action(change: Change, turn: int) -> bytes:
    """Return a change as lines of a request, which does nothing where a later turn wrote the article."""
    article, entry = change
    where = {"_id": str(article), "version": turn, "version_type": "external_gte"}
    lines: list[Json] = [{"delete": where}] if entry is None else [{"index": where}, indexed(article, entry)]
    return b"".join(json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in lines)


@contextmanager
def spooled(actions: Iterable[bytes]) -> Iterator[IO[bytes]]:
    """Keep all these actions in a file, which is in memory while they are few."""
    with SpooledTemporaryFile(_HELD_BYTES) as kept:
        kept.writelines(actions)
        kept.seek(0)
        yield kept


def actions_in(lines: IO[bytes]) -> Iterator[bytes]:
    """Yield the actions of a file."""
    for line in lines:
        yield line if line.startswith(b'{"delete"') else line + lines.readline()


def send(connection: Connection, alias: str, actions: Iterable[bytes]) -> int:
    """Carry out actions on the index of an alias and return how many there were.

    Raises ``IndexBusy`` where a later turn or another index has taken over, and ``IndexUnreachable``
    where the cluster stays overloaded.
    """
    done = 0
    for chunk in _chunks(actions):
        _send_chunk(connection, alias, chunk)
        done += len(chunk)
    return done


def _chunks(actions: Iterable[bytes]) -> Iterator[list[bytes]]:
    chunk: list[bytes] = []
    size = 0
    for one in actions:
        if chunk and (len(chunk) == _MOST_ACTIONS or size + len(one) > _MOST_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(one)
        size += len(one)
    if chunk:
        yield chunk


def _send_chunk(connection: Connection, alias: str, chunk: list[bytes]) -> None:
    for wait in (*WAITS, None):
        chunk, status, reason = _left(connection, alias, chunk)
        if not chunk:
            return
        if wait is None:
            raise connection.refused(status, reason)
        time.sleep(wait)


def _left(connection: Connection, alias: str, chunk: list[bytes]) -> tuple[list[bytes], int, str]:
    """Send actions once; return those that there was no room for, and why."""
    with connection.asked():
        try:
            answer = connection.client.bulk(
                index=alias, body=b"".join(chunk), params={"require_alias": "true"}
            )
        except TransportError as error:
            if error.status_code not in _OVERLOADED:
                raise
            return chunk, error.status_code, str(error.error)
    if not answer["errors"]:
        return [], 200, ""
    left, status, reason = [], 200, ""
    for one, outcome in zip(chunk, answer["items"], strict=True):
        result = next(iter(outcome.values()))
        if "error" not in result:
            continue
        status, reason = result["status"], result["error"]["type"]
        if status not in _OVERLOADED:
            raise connection.refused(status, reason)
        left.append(one)
    return left, status, reason
