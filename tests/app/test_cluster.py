"""An archive on a search cluster, played by a test double that speaks OpenSearch's protocol."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from baoguan.app.archive import Archive
from baoguan.app.commands import AddAnnotation
from baoguan.app.marker import read_marker
from baoguan.app.reindex import reindex, set_cluster
from baoguan.domain.errors import ArchiveError
from baoguan.domain.progress import Silent
from baoguan.domain.query import Question
from baoguan.index.engines import OPENSEARCH, available

WORD = Question("知識產權")


class _Cluster:
    def __init__(self, url: str, close: Callable[[], None]) -> None:
        self.url = url
        self.stop = close


@pytest.fixture
def cluster() -> Iterator[_Cluster]:
    """A cluster of one test, that can be stopped."""
    double = pytest.importorskip("osmem_server")
    if not available(OPENSEARCH):
        pytest.skip("opensearch-py is not installed")
    server = double.OsmemServer.start(japanese=False)

    def stop() -> None:
        server.close()
        server.process.stdout.close()

    running = _Cluster(server.url, stop)
    yield running
    if server.process.poll() is None:
        stop()


@pytest.fixture
def on_cluster(archive_folder: Path, cluster: _Cluster) -> Path:
    """An archive that is searched by the cluster; the embedded index is still in its folder."""
    set_cluster(archive_folder, [cluster.url], 1, 0)
    assert reindex(archive_folder, OPENSEARCH, Silent()) == OPENSEARCH
    return archive_folder


@pytest.mark.parametrize("apart", [False, True])
def test_an_archive_is_searched_by_its_cluster(on_cluster: Path, apart: bool) -> None:
    with closing(Archive.open(on_cluster, apart=apart)) as archive:
        state = archive.index_state()
        assert (state.engine, state.current, state.notices) == (OPENSEARCH, True, ())
        article = archive.found(WORD)[0]
        archive.do(AddAnnotation(article, None, note="甲字第七号"))
        assert archive.found(Question("甲字第七号")) == (article,)
        archive.renew(Silent())
        assert archive.index_state().notices == ()


def test_while_the_cluster_is_down_the_embedded_index_answers(on_cluster: Path, cluster: _Cluster) -> None:
    with closing(Archive.open(on_cluster)) as archive:
        article = archive.found(WORD)[0]
        archive.do(AddAnnotation(article, None, note="甲字第七号"))
        cluster.stop()
        assert archive.found(Question("甲字第七号")) == (article,)
        assert archive.index_state().engine == "whoosh"
        (notice,) = archive.index_state().notices
        assert "--engine whoosh" in notice.zh
        archive.do(AddAnnotation(article, None, note="乙字第八号"))
        assert archive.found(Question("乙字第八号")) == (article,)
    with closing(Archive.open(on_cluster)) as archive:
        assert archive.found(Question("乙字第八号")) == (article,)
        assert len(archive.index_state().notices) == 1
    assert read_marker(on_cluster).engine == OPENSEARCH


def test_a_cluster_that_is_down_is_said_and_left_for_the_embedded_index(
    on_cluster: Path, cluster: _Cluster
) -> None:
    shutil.rmtree(on_cluster / "index" / "whoosh")
    with closing(Archive.open(on_cluster)) as archive:
        assert archive.search(WORD).total == 1
        cluster.stop()
        with pytest.raises(ArchiveError) as caught:
            archive.search(Question("天津"))
        assert "没有应答" in caught.value.say("zh")
        assert "--engine whoosh" in caught.value.say("zh")
        assert not archive.index_state().current
        article = archive.page(archive.pages()[0].id).articles[0].id
        archive.do(AddAnnotation(article, None, note="甲字第七号"))
        archive.reindex("whoosh", Silent())
        assert archive.found(Question("甲字第七号")) == (article,)
    with closing(Archive.open(on_cluster)) as archive:
        assert archive.index_state().engine == "whoosh"


def test_settings_are_kept_with_the_archive(on_cluster: Path, cluster: _Cluster) -> None:
    first = read_marker(on_cluster).cluster
    assert first is not None
    assert first.hosts == (cluster.url,)
    set_cluster(on_cluster, ["http://localhost:1", "http://localhost:2"], 3, 1)
    second = read_marker(on_cluster).cluster
    assert second is not None
    assert (second.name, second.shards, second.replicas) == (first.name, 3, 1)
    assert len(second.hosts) == 2
