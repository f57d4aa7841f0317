"""Archives on disks that are full or cannot be written to: real mounts, in a namespace of their own."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import baoguan

_CAN_MOUNT = (
    sys.platform == "linux"
    and shutil.which("unshare") is not None
    and subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode == 0
)
pytestmark = pytest.mark.skipif(not _CAN_MOUNT, reason="needs leave to mount (root on Linux)")


def _in_namespace(mount: str, *commands: str) -> subprocess.CompletedProcess[str]:
    program = (
        f"PYTHONPATH='{Path(baoguan.__file__).parents[1]}' LC_ALL=en_US.UTF-8 '{sys.executable}' -m baoguan"
    )
    script = "\n".join([mount, *(command.replace("baoguan ", program + " ", 1) for command in commands)])
    return subprocess.run(["unshare", "-m", "sh", "-c", script], capture_output=True, encoding="utf-8")


def test_a_full_disk_is_said_and_changes_nothing(tmp_path: Path, seed: Path) -> None:
    done = _in_namespace(
        f"mount -t tmpfs -o size=120k tmpfs '{tmp_path}'",
        f"baoguan ingest '{tmp_path}/a.baoguan' '{seed}'; echo code $?",
        f"ls -A '{tmp_path}'",
    )
    assert done.stdout.splitlines() == ["code 1"], done
    assert len(done.stderr.splitlines()) == 1
    assert "full" in done.stderr


def test_a_disk_that_fills_up_keeps_what_was_there(archive_folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("## 长文\n\n" + "滨海新区的产业。\n\n" * 60_000, encoding="utf-8")
    disk = tmp_path / "disk"
    disk.mkdir()
    size = sum(path.stat().st_size for path in archive_folder.rglob("*") if path.is_file()) // 1024 + 900
    done = _in_namespace(
        f"mount -t tmpfs -o size={size}k tmpfs '{disk}' && cp -r '{archive_folder}' '{disk}/a'",
        f"baoguan ingest '{disk}/a' '{page}'; echo code $?",
        f"baoguan check '{disk}/a'; echo code $?",
        f"find '{disk}/a/originals' -type f | wc -l",
    )
    assert "full" in done.stderr
    assert done.stdout.splitlines()[0] == "code 1", done
    assert "7 articles" in done.stdout
    assert done.stdout.splitlines()[-2:] == ["code 0", "1"], done


def test_a_read_only_archive_is_searched_and_refuses_changes(archive_folder: Path, seed: Path) -> None:
    page = archive_folder.parent / "page.md"
    page.write_text("## 短文\n\n一句话。\n", encoding="utf-8")
    done = _in_namespace(
        f"mount --bind '{archive_folder}' '{archive_folder}' && "
        f"mount -o remount,ro,bind '{archive_folder}' '{archive_folder}'",
        f"baoguan search '{archive_folder}' 知识产权; echo code $?",
        f"baoguan check '{archive_folder}'; echo code $?",
        f"baoguan ingest '{archive_folder}' '{page}'; echo code $?",
    )
    lines = done.stdout.splitlines()
    assert [line for line in lines if line.startswith("code")] == ["code 0", "code 0", "code 1"], done
    assert any("知识产权" in line for line in lines)
    assert len(done.stderr.splitlines()) == 1
    assert "cannot be written" in done.stderr


def test_a_read_only_archive_without_an_index_is_searched_all_the_same(archive_folder: Path) -> None:
    shutil.rmtree(archive_folder / "index")
    done = _in_namespace(
        f"mount --bind '{archive_folder}' '{archive_folder}' && "
        f"mount -o remount,ro,bind '{archive_folder}' '{archive_folder}'",
        f"baoguan search '{archive_folder}' 知識產權; echo code $?",
    )
    assert "知识产权" in done.stdout
    assert done.stdout.splitlines()[-1] == "code 0", done
    assert not (archive_folder / "index").exists()
