"""The two networks inside rapidocr's wheel: one finds lines of text, the other reads a line.

They are run by onnxruntime itself: rapidocr's own pipeline reads a page at one scale, cannot be cancelled
and would download what it does not find. Nothing here opens a network connection.
"""

import multiprocessing
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

_FINDER = "PP-OCRv6_det_small.onnx"
_READER = "PP-OCRv6_rec_small.onnx"
_SEVERE_ONLY = 4


@dataclass(frozen=True, slots=True)
class Models:
    """The networks, loaded, and the characters that the reader tells apart, the one for nothing first."""

    finder: onnxruntime.InferenceSession
    reader: onnxruntime.InferenceSession
    alphabet: Sequence[str]

    def text_map(self, pixels: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return how probably each pixel is text, of the same height and width, from (1, 3, H, W)."""
        told: NDArray[np.float32] = self.finder.run(None, {"x": pixels})[0][0, 0]
        return told

    def steps(self, pixels: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the probabilities (steps, characters) of one line of text from (1, 3, 48, W)."""
        told: NDArray[np.float32] = self.reader.run(None, {"x": pixels})[0][0]
        return told


@cache
def models() -> Models:
    """Load the networks, once a process."""
    finder, reader = _session(_FINDER), _session(_READER)
    listed = reader.get_modelmeta().custom_metadata_map["character"].splitlines()
    return Models(finder, reader, ("", *listed, " "))


def _session(name: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = _SEVERE_ONLY
    # Sizes differ with every line: memory kept for the next run would only grow.
    options.enable_cpu_mem_arena = False
    options.intra_op_num_threads = _threads()
    return onnxruntime.InferenceSession(str(_folder() / name), options, providers=["CPUExecutionProvider"])


def _threads() -> int:
    """Return 1 in a worker process, beside which there are others; else all processors but one."""
    alone = multiprocessing.parent_process() is None
    return max(1, (os.cpu_count() or 1) - 1) if alone else 1


def _folder() -> Path:
    found = find_spec("rapidocr")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("rapidocr")
    return Path(found.origin).parent / "models"
