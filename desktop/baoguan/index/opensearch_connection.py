"""The way to a cluster, and what its errors mean."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from opensearchpy import OpenSearch
from opensearchpy.exceptions import (
    ConflictError,
    ImproperlyConfigured,
    NotFoundError,
    OpenSearchException,
    RequestError,
    TransportError,
)
from opensearchpy.exceptions import ConnectionError as NoConnection

from baoguan.domain.errors import BaoguanError, IndexBusy, IndexDamaged, IndexUnreachable
from baoguan.domain.language import Bilingual
from baoguan.index.opensearch_schema import Json

FIRST_WITHIN = 2.0
"""Seconds in which a cluster must answer a question that it need not think about: the first one asked."""

_ANSWERED_WITHIN = 30.0
_MOST_SAID = 200
_NO_ANSWER: Json = {"hits": {"total": {"value": 0}, "hits": []}, "aggregations": {}}


class Connection:
    """A cluster's addresses; nothing is sent to them before something is asked."""

    def __init__(self, hosts: Sequence[str]) -> None:
        """Raise ``IndexUnreachable`` where an address is none."""
        self.named = ", ".join(map(_without_password, hosts))
        self._same_copies = uuid4().hex
        with self.asked():
            self.client = OpenSearch(
                hosts=list(hosts),
                timeout=_ANSWERED_WITHIN,
                # Each address once: a dead one is skipped, an answer that says no is not asked for again.
                max_retries=len(hosts) - 1,
                retry_on_status=(),
            )

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Turn what the library raises into ``IndexUnreachable``, ``IndexBusy`` or ``IndexDamaged``."""
        try:
            yield
        except (OpenSearchException, ValueError, LookupError, TypeError) as error:
            # The last three: an address that is none, or an answer that no OpenSearch gives.
            raise self._explained(error) from error

    def search(self, index: str, body: Json) -> Json:
        """Return what an index answers, whole or not at all; nothing where there is no such index."""
        parameters: dict[str, Any] = {
            "allow_partial_search_results": "false",
            # Scores are of all shards' words, and of the same copies of them every time.
            "search_type": "dfs_query_then_fetch",
            "preference": self._same_copies,
        }
        with self.asked():
            try:
                found: Json = self.client.search(index=index, body=body, params=parameters)
                return {"hits": found["hits"], "aggregations": found.get("aggregations", {})}
            except NotFoundError as error:
                if not is_missing(error):
                    raise
                return _NO_ANSWER

    def refused(self, status: int, reason: str) -> BaoguanError:
        """Return the error for a request that a cluster did not carry out."""
        if status in (404, 409):
            return IndexBusy(
                Bilingual(
                    f"另一个程序正在写集群 {self.named} 上的索引。",
                    f"Another program is writing the index on the cluster {self.named}.",
                ),
                Bilingual("等它结束后再试。", "Try again when it is done."),
            )
        if status == 400:
            return IndexDamaged(
                Bilingual(
                    f"集群 {self.named} 上的索引不能用：{reason}。",
                    f"The index on the cluster {self.named} cannot be used: {reason}.",
                ),
                Bilingual("请重建：baoguan reindex 馆藏文件夹。", "Build it anew: baoguan reindex ARCHIVE."),
            )
        return self._unreachable(f"{status} {reason}")

    def _explained(self, error: Exception) -> BaoguanError:
        match error:
            case NoConnection() | ImproperlyConfigured():
                return self._unreachable("")
            case NotFoundError() if not is_missing(error):
                return self._unreachable(str(error.status_code))
            case ConflictError() | NotFoundError() | RequestError():
                return self.refused(int(error.status_code), str(error.error))
            case TransportError():
                return self._unreachable(f"{error.status_code} {error.error}")
            case _:
                return self._unreachable(f"{type(error).__name__}: {error}")

    def _unreachable(self, said: str) -> IndexUnreachable:
        said = " ".join(said.split())[:_MOST_SAID]
        zh, en = (f"不能回答：{said}", f"cannot answer: {said}") if said else ("没有应答", "does not answer")
        return IndexUnreachable(
            Bilingual(
                f"检索集群 {self.named} {zh}。",
                f"The search cluster {self.named} {en}.",
            ),
            Bilingual(
                "请检查集群和网络；要改回馆藏里的索引，运行：baoguan reindex 馆藏文件夹 --engine whoosh",
                "Check the cluster and the network, or go back to the index in the archive: "
                "baoguan reindex ARCHIVE --engine whoosh",
            ),
        )


def is_missing(error: NotFoundError) -> bool:
    """Tell whether OpenSearch says that an index or entry is missing; any other server's 404 is not that."""
    return isinstance(error.info, dict) and not {"found", "error"}.isdisjoint(error.info)


def _without_password(host: str) -> str:
    """Return an address as it may be shown."""
    try:
        found = urlsplit(host)
        return host.replace(f"{found.netloc.rpartition('@')[0]}@", "") if "@" in found.netloc else host
    except ValueError:
        return host.rpartition("@")[2]
