"""What is OpenSearch's own: tokens, turns of writing, new indices, and a cluster that fails."""

import json
import re
import socket
from collections.abc import Callable, Iterator
from datetime import date
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baoguan.domain.errors import IndexBusy, IndexUnreachable
from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Facet, Order
from baoguan.domain.records import ArticleText, FiledArticle
from baoguan.index.analysis import Entry, WordField, entry
from baoguan.index.engine import Wanted
from baoguan.index.engines import Cluster, open_cluster
from baoguan.index.ranking import RankedWord
from baoguan.index.tree import EVERYTHING, Both, Either, Filed, Holds, Sought, Without

pytest.importorskip("opensearchpy")
pytest.importorskip("osmem_server")

from opensearchpy import OpenSearch

from baoguan.index import opensearch_bulk, opensearch_engine, opensearch_keeper, opensearch_limits
from baoguan.index.opensearch_engine import OpenSearchEngine
from baoguan.index.opensearch_schema import filed_term, filed_value, spread

Compose = Callable[..., ArticleText]
File = Callable[..., FiledArticle]
Entries = dict[ArticleId, Entry]
Answer = tuple[int, bytes] | None
_JAVA_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f \u1680\u2000\u2006\u2008\u200a\u2028\u2029\u205f\u3000"
_GO_SPACES = "\x85\xa0\u202f"
_STRINGS = st.text(st.characters() | st.sampled_from(f"{_JAVA_SPACES}{_GO_SPACES}\ud800\udfff字x20"))


class Gate:
    """A server in front of a cluster; a test may answer in its stead, or hang up (status 0)."""

    def __init__(self, cluster: str) -> None:
        self.behind = urlsplit(cluster).netloc
        self.asked: list[tuple[str, str, bytes]] = []
        self.instead: Callable[[str, str, bytes], Answer] = lambda method, path, body: None
        self.after: Callable[[str, bytes], bytes] = lambda path, answer: answer
        gate = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                gate.handle(self)

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = handle_any  # noqa: N815

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = Thread(target=self.server.serve_forever, args=(0.05,))
        self.thread.start()

    def handle(self, handler: BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        self.asked.append((handler.command, handler.path, body))
        status, answer = self.instead(handler.command, handler.path, body) or self.forward(handler, body)
        if status == 0:
            handler.close_connection = True
            return
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(answer)))
        handler.end_headers()
        handler.wfile.write(answer)

    def forward(self, handler: BaseHTTPRequestHandler, body: bytes) -> tuple[int, bytes]:
        behind = HTTPConnection(self.behind)
        try:
            behind.request(handler.command, handler.path, body, {"Content-Type": "application/json"})
            found = behind.getresponse()
            return found.status, self.after(handler.path, found.read())
        finally:
            behind.close()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def gate(cluster: str) -> Iterator[Gate]:
    gate = Gate(cluster)
    yield gate
    gate.close()


@pytest.fixture
def client(cluster: str) -> Iterator[OpenSearch]:
    with OpenSearch(hosts=[cluster]) as client:
        yield client


@pytest.fixture
def name() -> str:
    return f"own-{uuid4().hex[:12]}"


Opening = Callable[..., OpenSearchEngine]


@pytest.fixture
def opening(cluster: str, name: str) -> Iterator[Opening]:
    """Open the test's index, through a gate where one is given; all are closed in the end."""
    opened: list[OpenSearchEngine] = []

    def opening(host: str = cluster, shards: int = 1) -> OpenSearchEngine:
        opened.append(OpenSearchEngine([host], name, shards))
        return opened[-1]

    yield opening
    for engine in opened:
        engine.close()


@pytest.fixture
def articles(compose: Compose, filed: File) -> Callable[..., Entries]:
    """Make articles of these numbers that all hold a text."""

    def making(numbers: range, text: str = "共同的文字。") -> Entries:
        made = [
            compose(number, f"第{number}篇", text, day=date(2022, 10, 1 + number % 28)) for number in numbers
        ]
        return {one.id: entry(filed(one)) for one in made}

    return making


def _indices(client: OpenSearch, name: str) -> list[str]:
    return sorted(client.indices.get(index=f"{name}-*"))


@given(_STRINGS, _STRINGS)
def test_texts_are_split_into_characters_by_every_server_alike(one: str, other: str) -> None:
    tokens = re.split(f"[{_JAVA_SPACES}{_GO_SPACES}]", spread(one)) if one else []
    assert len(tokens) == len(one)
    assert all(tokens)
    assert spread(one).encode().decode() == spread(one)
    assert (spread(one) == spread(other)) == (one == other)


@given(_STRINGS | st.text("\ud800字\x00\x01"))
def test_a_value_comes_back_as_it_was_filed(value: str) -> None:
    assert filed_value(filed_term(value)) == value


@pytest.mark.parametrize("letter", ["字", "\ud800", "\U00020000"])
def test_a_value_that_is_too_long_for_a_term_is_cut_and_still_tells_from_others(letter: str) -> None:
    one, other = letter * 40_000 + "\ud800", letter * 40_001 + "\ud800"
    assert filed_term(one) != filed_term(other)
    assert len(filed_term(one).encode()) < 32_766
    assert filed_value(filed_term(one)) == letter * 4000 + "…"


def test_nothing_is_sent_before_something_is_asked(gate: Gate, opening: Opening) -> None:
    engine = opening(gate.url)
    engine.clear()
    assert engine.count(EVERYTHING) == 0
    assert not gate.asked
    assert opening(gate.url).revision() == 0
    assert len(gate.asked) == 1


def test_a_cluster_that_is_down_is_said_with_the_way_back_and_without_a_password(name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    hosts = (f"http://reader:secret@127.0.0.1:{port}", f"http://127.0.0.1:{port}")
    with pytest.raises(IndexUnreachable) as caught:
        open_cluster(Cluster(hosts, name))
    for language in ("zh", "en"):
        assert f"127.0.0.1:{port}" in caught.value.say(language)
        assert "--engine whoosh" in caught.value.say(language)
        assert "secret" not in caught.value.say(language)


def test_a_server_that_never_answers_is_not_waited_for_long(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opensearch_keeper, "FIRST_WITHIN", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(IndexUnreachable):
        open_cluster(Cluster((f"http://127.0.0.1:{silent.getsockname()[1]}",), name))


def test_one_of_several_hosts_is_enough(cluster: str, name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for hosts in ((f"http://127.0.0.1:{port}", cluster), (cluster, f"http://127.0.0.1:{port}")):
        open_cluster(Cluster(hosts, name)).close()


@pytest.mark.parametrize("host", ["http://[bad", "http://host:port", "http://u:secret@[bad"])
def test_an_address_that_is_none_is_said(host: str) -> None:
    with pytest.raises(IndexUnreachable) as caught:
        OpenSearchEngine([host], "a")
    assert "secret" not in caught.value.say("zh")


@pytest.mark.parametrize(
    "answer", [(404, b"<html>"), (200, b"<html>"), (200, b"{}"), (401, b"{}"), (403, b"{}"), (503, b"{}")]
)
def test_a_server_that_gives_no_index_is_not_taken_for_an_empty_one(
    gate: Gate, opening: Opening, answer: Answer
) -> None:
    engine = opening(gate.url)
    gate.instead = lambda *_: answer
    with pytest.raises(IndexUnreachable):
        engine.revision()
    with pytest.raises(IndexUnreachable):
        engine.count(EVERYTHING)


def test_an_overloaded_cluster_is_asked_again(
    gate: Gate, opening: Opening, articles: Callable[..., Entries], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opensearch_bulk, "WAITS", (0.0, 0.0))
    refusals = [(429, b"{}"), (503, b"{}")]
    gate.instead = lambda _, path, __: refusals.pop() if "_bulk" in path and refusals else None
    engine = opening(gate.url)
    assert engine.update(articles(range(1, 6)).items(), 3) == 5
    assert (engine.revision(), engine.count(EVERYTHING)) == (3, 5)
    refusals += [(429, b"{}")] * 3
    with pytest.raises(IndexUnreachable, match="429"):
        engine.update(articles(range(6, 8)).items(), 4)
    assert engine.revision() == 3


def test_of_a_request_only_what_there_was_no_room_for_is_sent_again(
    gate: Gate, opening: Opening, articles: Callable[..., Entries], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opensearch_bulk, "WAITS", (0.0,))
    full = {"index": {"status": 429, "error": {"type": "rejected_execution_exception"}}}

    def refusing(path: str, answer: bytes) -> bytes:
        found = json.loads(answer)
        if "_bulk" in path and len(found["items"]) == 5:
            found["items"][1], found["errors"] = full, True
        return json.dumps(found).encode()

    gate.after = refusing
    engine = opening(gate.url)
    assert engine.update(articles(range(1, 6)).items(), 3) == 5
    again = [body for _, path, body in gate.asked if "_bulk" in path][1]
    assert [json.loads(line)["index"]["_id"] for line in again.splitlines()[::2]] == ["2"]


def test_a_cluster_lost_while_an_index_is_changed_is_made_good_by_the_same_changes(
    gate: Gate, opening: Opening, articles: Callable[..., Entries], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opensearch_bulk, "_MOST_ACTIONS", 2)
    opening().update(articles(range(1, 6)).items(), 7)
    changes = {**articles(range(2, 12), "改过的文字。"), ArticleId(1): None}
    lost = iter((None, None, (0, b"")))
    gate.instead = lambda _, path, __: next(lost, (0, b"")) if "_bulk" in path else None
    engine = opening(gate.url)
    with pytest.raises(IndexUnreachable):
        engine.update(changes.items(), 8)
    assert engine.revision() == 7
    gate.instead = lambda *_: None
    assert engine.update(changes.items(), 8) == 11
    assert engine.revision() == 8
    assert set(engine.candidates(EVERYTHING)) == set(range(2, 12))
    assert engine.count(Holds("改过")) == 10


def test_a_cluster_lost_while_an_index_is_built_leaves_the_former_and_no_rest(
    gate: Gate,
    opening: Opening,
    articles: Callable[..., Entries],
    client: OpenSearch,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opensearch_bulk, "_MOST_ACTIONS", 2)
    reader = opening()
    reader.update(articles(range(1, 6)).items(), 7)
    (former,) = _indices(client, name)
    lost = iter((None, None, (0, b"")))
    gate.instead = lambda _, path, __: next(lost, None) if "_bulk" in path else None
    builder = opening(gate.url)
    builder.clear()
    with pytest.raises(IndexUnreachable):
        builder.update(articles(range(1, 20)).items(), 8)
    assert _indices(client, name) == [former]
    assert (reader.revision(), reader.count(EVERYTHING)) == (7, 5)
    assert builder.revision() == 0


def test_readers_keep_the_former_index_until_the_new_one_takes_its_place(
    opening: Opening, articles: Callable[..., Entries], client: OpenSearch, name: str
) -> None:
    reader, builder = opening(), opening()
    reader.update(articles(range(1, 6)).items(), 7)
    (former,) = _indices(client, name)

    def changes() -> Iterator[tuple[ArticleId, Entry | None]]:
        yield from articles(range(1, 10)).items()
        assert (reader.revision(), reader.count(Holds("文字"))) == (7, 5)

    builder.clear()
    assert (builder.revision(), builder.count(EVERYTHING), builder.facets(EVERYTHING, [Facet.YEAR])) == (
        0,
        0,
        {Facet.YEAR: {}},
    )
    builder.update(changes(), 3)
    assert (reader.revision(), reader.count(Holds("文字"))) == (3, 9)
    assert builder.count(Holds("文字")) == 9
    (now,) = _indices(client, name)
    assert now != former


@pytest.mark.parametrize("rebuilding", [False, True])
def test_of_two_builders_the_later_one_is_told(
    opening: Opening, articles: Callable[..., Entries], client: OpenSearch, name: str, rebuilding: bool
) -> None:
    late, other = opening(), opening()
    if rebuilding:
        other.update(articles(range(1, 3)).items(), 1)
        late.clear()
        other.clear()

    def changes() -> Iterator[tuple[ArticleId, Entry | None]]:
        yield from articles(range(1, 4)).items()
        other.update(articles(range(1, 6)).items(), 5)

    with pytest.raises(IndexBusy):
        late.update(changes(), 4)
    assert len(_indices(client, name)) == 1
    assert (other.revision(), other.count(EVERYTHING)) == (5, 5)


def test_of_two_writers_the_later_one_has_the_last_word(
    gate: Gate, opening: Opening, articles: Callable[..., Entries]
) -> None:
    late, other = opening(gate.url), opening()
    other.update(articles(range(1, 6)).items(), 7)
    newer = {**articles(range(2, 8), "更新的文字。"), ArticleId(1): None}
    met: list[int] = []

    def meanwhile(_: str, path: str, __: bytes) -> Answer:
        if "_bulk" in path and not met:
            met.append(other.update(newer.items(), 9))
        return None

    gate.instead = meanwhile
    with pytest.raises(IndexBusy):
        late.update(articles(range(1, 7), "较旧的文字。").items(), 8)
    assert met == [7]
    assert other.revision() == 9
    assert set(other.candidates(EVERYTHING)) == set(range(2, 8))
    assert other.count(Holds("较旧")) == 0


def test_a_writer_whose_index_was_replaced_makes_none_anew(
    gate: Gate, opening: Opening, articles: Callable[..., Entries], client: OpenSearch, name: str
) -> None:
    late, builder = opening(gate.url), opening()
    builder.update(articles(range(1, 6)).items(), 7)
    builder.clear()
    met: list[int] = []

    def meanwhile(_: str, path: str, __: bytes) -> Answer:
        if "_bulk" in path and not met:
            met.append(builder.update(articles(range(1, 9)).items(), 9))
        return None

    gate.instead = meanwhile
    with pytest.raises(IndexBusy):
        late.update(articles(range(1, 7)).items(), 8)
    assert len(_indices(client, name)) == 1
    assert (builder.revision(), builder.count(EVERYTHING)) == (9, 8)


def test_what_other_formats_and_crashes_left_goes_and_other_archives_stay(
    opening: Opening,
    articles: Callable[..., Entries],
    client: OpenSearch,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tail = "0a1b2c3d-00112233445"
    older, crashed, foreign = f"{name}-0-{tail}6", f"{name}-1-{tail}7", f"{name}-x-1-{tail}8"
    client.indices.create(index=older, body={"aliases": {f"{older}-w": {}, f"{name}-0-0a1b2c3d": {}}})
    client.indices.create(index=crashed, body={"aliases": {f"{crashed}-w": {}}})
    client.indices.create(index=foreign, body={"aliases": {f"{foreign}-w": {}, f"{name}-x-1": {}}})
    engine = opening()
    assert engine.revision() == 0
    engine.update(articles(range(1, 3)).items(), 1)
    assert set(_indices(client, name)) > {crashed, foreign}
    assert older not in _indices(client, name)
    monkeypatch.setattr(opensearch_keeper, "_ABANDONED", -60_000)
    engine.clear()
    engine.update(articles(range(1, 3)).items(), 1)
    assert len(_indices(client, name)) == 2
    assert foreign in _indices(client, name)
    assert engine.count(EVERYTHING) == 2


def test_several_shards_answer_as_one(
    opening: Opening, articles: Callable[..., Entries], client: OpenSearch, name: str
) -> None:
    entries = articles(range(1, 200))
    engine = opening(shards=3)
    engine.update(entries.items(), 1)
    (index,) = _indices(client, name)
    settings = client.indices.get_settings(index=index)[index]["settings"]["index"]
    assert (settings["number_of_shards"], settings["number_of_replicas"]) == ("3", "0")
    words = (RankedWord("文字", WordField.BODY, 1.0),)
    everything = [number for number, _ in engine.ranked(Wanted(EVERYTHING, (), words), 0, 500)]
    assert everything == sorted(entries, key=lambda number: (-(1 + number % 28), number))
    oldest = [number for number, _ in engine.ranked(Wanted(EVERYTHING, order=Order.OLDEST), 0, 7)]
    assert oldest == [28, 56, 84, 112, 140, 168, 196]
    assert engine.facets(EVERYTHING, [Facet.YEAR]) == {Facet.YEAR: {"2022": 199}}
    assert [one.articles for one in engine.words("文", 1)] == [199]
    assert set(engine.candidates(Holds("第12篇"))) == {12}


def test_articles_come_in_portions_and_none_is_missed(
    opening: Opening, articles: Callable[..., Entries], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = opening()
    engine.update(articles(range(1, 31)).items(), 1)
    for portion in (1, 7, 15, 30, 31):
        monkeypatch.setattr(opensearch_engine, "_PORTION", portion)
        assert list(engine.candidates(Holds("文字"))) == list(range(1, 31))


def _deep(levels: int) -> Sought:
    tree: Sought = Holds("第")
    for level in range(levels):
        tree = (
            Both((tree, Without(Holds("无"))))
            if level % 2
            else Either((tree, Holds("12"), Filed(Facet.PAGE, "9")))
        )
    return tree


@pytest.mark.parametrize(
    "tree", [_deep(50), Both((_deep(9),) * 60), Either((Holds("一二三四五六"), _deep(3)) * 80)]
)
def test_a_query_larger_or_deeper_than_a_server_takes_is_asked_in_parts(
    gate: Gate, opening: Opening, articles: Callable[..., Entries], tree: Sought
) -> None:
    engine = opening(gate.url)
    engine.update(articles(range(1, 20)).items(), 1)
    gate.asked.clear()
    assert engine.count(tree) == 19
    assert engine.count(Without(tree)) == 0
    assert set(engine.candidates(tree)) == set(range(1, 20))
    queries = [json.loads(body)["query"] for _, path, body in gate.asked if "_search" in path]
    assert len(queries) > 3
    assert max(map(_levels, queries)) <= 20
    assert max(map(opensearch_limits._leaves, queries)) <= 1024 - 4 * 32


def _levels(query: object) -> int:
    """Return how many ``bool`` and leaf queries stand in one another, as OpenSearch counts them."""
    match query:
        case {"bool": clauses}:
            return 1 + max(_levels(part) for parts in clauses.values() for part in parts)
        case _:
            return 1
