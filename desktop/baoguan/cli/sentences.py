"""Sentences given as JSON lines, their numbers printed as JSON lines, without an archive."""

import json
from datetime import date
from typing import TextIO

import click

from baoguan.cli.options import echo_line
from baoguan.cli.speech import say


def read_sentences(lines: TextIO) -> None:
    """Print a line for each number of each sentence; raise where a line is no JSON with sid and sentence."""
    from baoguan.statistics.anchor import Anchor
    from baoguan.statistics.extract import extract_anchored
    from baoguan.statistics.lines import scorer_line
    from baoguan.statistics.story import Story

    told, anchor, story = None, Anchor(None), Story()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            sid, sentence = str(given["sid"]), str(given["sentence"])
            headline = str(given.get("headline") or "")
            issued = date.fromisoformat(given["issue_date"]) if given.get("issue_date") else None
        except (ValueError, KeyError, TypeError) as error:
            raise click.UsageError(
                say(
                    f"第 {number} 行不是含 sid、sentence 的 JSON。",
                    f"Line {number} is no JSON with sid and sentence.",
                )
            ) from error
        if not headline or (issued, headline) != told:
            # Sentences under one headline follow each other: 当年 is the year that earlier ones named.
            told, anchor, story = (issued, headline), Anchor(issued), Story()
            extract_anchored(headline, anchor, story)
        for statistic in extract_anchored(sentence, anchor, story):
            echo_line(scorer_line(sid, statistic))
