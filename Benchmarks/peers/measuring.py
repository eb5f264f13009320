"""What the peers' programs share: their arguments, the images, the clock and the form of the result."""

import argparse
import gzip
import json
import pathlib
import resource
import statistics
import time

import numpy as np

BATCH = 32
IMAGES_PER_ROUND = 3200
ROUNDS = 5
# Batch size and how many batches are timed, as in `notebook bench`.
INFERENCE = ((500, 15), (32, 100), (1, 500))


def arguments(description, modes=()):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=pathlib.Path, help="folder of the MNIST files; noise without it")
    parser.add_argument("--threads", type=int, default=2)
    if modes:
        parser.add_argument("--mode", choices=modes, default=modes[0])
    return parser.parse_args()


def training_images(folder):
    """Pixels [count, 28, 28] from 0 to 1 and labels; all of MNIST, or noise for one round."""
    if folder is None:
        random = np.random.default_rng(0)
        pixels = random.integers(0, 256, (IMAGES_PER_ROUND, 28, 28), np.uint8)
        labels = random.integers(0, 10, IMAGES_PER_ROUND, np.uint8)
    else:
        pixels = idx(folder / "train-images-idx3-ubyte", 16).reshape(-1, 28, 28)
        labels = idx(folder / "train-labels-idx1-ubyte", 8)
    return pixels.astype(np.float32) / 255, labels.astype(np.int64)


def idx(path, header):
    compressed = path.with_name(path.name + ".gz")
    content = gzip.open(compressed).read() if compressed.exists() else path.read_bytes()
    return np.frombuffer(content, np.uint8, offset=header)


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def training(round_of_training):
    """Speed of `round_of_training`, which goes once over IMAGES_PER_ROUND images; the first time does not count."""
    round_of_training()
    return {"images_per_second": IMAGES_PER_ROUND / statistics.median(seconds(round_of_training) for _ in range(ROUNDS))}


def inference(classify, make_batch):
    """Speed of `classify` on what `make_batch` makes of a number of images."""
    result = {}
    for size, repetitions in INFERENCE:
        batch = make_batch(size)
        for _ in range(3):
            classify(batch)
        median = statistics.median(seconds(lambda: classify(batch)) for _ in range(repetitions))
        result[f"b{size}"] = {"images_per_second": size / median, "p50_microseconds": median * 1e6}
    return result


def report(version, **results):
    """Prints the result as one line of JSON, with the keys of `notebook bench`."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"version": version, "peak_rss_bytes": memory, **results}))
