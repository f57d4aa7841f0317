"""An archive's indices on a cluster: which one answers, what it holds, and how another takes its place."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from uuid import uuid4

from opensearchpy.exceptions import NotFoundError, TransportError

from baoguan.domain.errors import BaoguanError
from baoguan.index.opensearch_connection import FIRST_WITHIN, Connection, is_missing
from baoguan.index.opensearch_schema import FORMAT, RECORD, REVISION, TURN, Json, template
from baoguan.index.pairs import choice

_SEEN_WITHIN = 600.0
"""Seconds in which all that was written must be searchable: much, after a first build."""

_ABANDONED = 24 * 60 * 60 * 1000
"""Milliseconds after which an index that never took its place is taken for a crash's."""


@dataclass(frozen=True, slots=True)
class Record:
    """An index, its revision, and which turn of writing it has seen; ``state`` is OpenSearch's of these."""

    index: str
    revision: int
    turn: int
    state: tuple[int, int] | None = None

    @property
    def alias(self) -> str:
        """The name it is written by: unlike an index, an alias that is gone is not made again."""
        return f"{self.index}-w"


class Keeper:
    """Knows the indices of one archive."""

    def __init__(self, connection: Connection, name: str, shards: int, replicas: int) -> None:
        self._connection = connection
        self._client = connection.client
        self._size = (shards, replicas)
        self.alias = f"{name}-{FORMAT}-{choice()}"
        """The name it is read by."""
        self._of_archive = re.compile(rf"{re.escape(name)}-\d+-[0-9a-f]{{8}}-[0-9a-f]{{12}}")
        self._any_of_archive = f"{name}-*"

    def record(self) -> Record | None:
        """Return what the index that answers holds; None where there is none."""
        with self._connection.asked():
            try:
                found: Json = self._client.get(
                    index=self.alias, id=RECORD, params={"request_timeout": FIRST_WITHIN}
                )
            except NotFoundError as error:
                if not is_missing(error):
                    raise
                return None
            held, state = found["_source"], (found["_seq_no"], found["_primary_term"])
            return Record(found["_index"], held[REVISION], held[TURN], state)

    def claim(self, record: Record, turn: int) -> Record:
        """Begin a turn of writing; raise ``IndexBusy`` where another program began one since."""
        return self._put(replace(record, turn=turn))

    def write(self, record: Record, revision: int) -> None:
        """Let what was written be seen, then become a revision; raise ``IndexBusy`` where another wrote."""
        with self._connection.asked():
            self._client.indices.refresh(index=record.index, params={"request_timeout": _SEEN_WITHIN})
        self._put(replace(record, revision=revision))

    @contextmanager
    def building(self) -> Iterator[Record]:
        """Make an empty index, and let it take the place of the one that answers when it is filled.

        Whatever is raised leaves the former one; ``IndexBusy`` where another took its place meanwhile.
        """
        made = Record(f"{self.alias}-{uuid4().hex[:12]}", 0, 1)
        with self._connection.asked():
            former = self._answering()
            self._client.indices.put_index_template(
                name=self.alias, body=template(f"{self.alias}-*", *self._size)
            )
            self._client.indices.create(index=made.index, body={"aliases": {made.alias: {}}})
        try:
            yield made
            self._swap(former, made.index)
        except BaseException:
            with suppress(BaoguanError):
                self._remove([made.index])
            raise
        with suppress(BaoguanError):
            self._tidy()

    def _put(self, record: Record) -> Record:
        parameters: Json = {"require_alias": "true"}
        if record.state:
            parameters["if_seq_no"], parameters["if_primary_term"] = record.state
        body = {REVISION: record.revision, TURN: record.turn}
        with self._connection.asked():
            found = self._client.index(index=record.alias, id=RECORD, body=body, params=parameters)
        return replace(record, state=(found["_seq_no"], found["_primary_term"]))

    def _answering(self) -> list[str]:
        try:
            return list(self._client.indices.get_alias(name=self.alias))
        except NotFoundError as error:
            if not is_missing(error):
                raise
            return []

    def _swap(self, former: list[str], index: str) -> None:
        """Let an index answer in the stead of those that did, in one step."""
        actions: list[Json] = [{"remove_index": {"index": each}} for each in former]
        # Two indices that are written to cannot share an alias: of two builders, one comes too late.
        actions.append({"add": {"index": index, "alias": self.alias, "is_write_index": True}})
        with self._connection.asked():
            try:
                self._client.indices.update_aliases(body={"actions": actions})
            except TransportError as error:
                if "more than one write index" not in str(error):
                    raise
                raise self._connection.refused(409, "") from error

    def _remove(self, indices: list[str]) -> None:
        with self._connection.asked():
            self._client.indices.delete(index=",".join(indices), params={"ignore_unavailable": "true"})

    def _tidy(self) -> None:
        """Remove the archive's indices of other formats, and those that builders left behind."""
        with self._connection.asked():
            held = self._client.indices.get(index=self._any_of_archive)
        now = time.time() * 1000
        former = [
            index
            for index, found in held.items()
            if self._of_archive.fullmatch(index)
            and self.alias not in found["aliases"]
            and (
                len(found["aliases"]) > 1
                or now - int(found["settings"]["index"]["creation_date"]) > _ABANDONED
            )
        ]
        if former:
            self._remove(former)
