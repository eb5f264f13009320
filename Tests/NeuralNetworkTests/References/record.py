"""Records what PyTorch computes for a few small networks, for ReferenceTests to compare with.

Run it with any Python that has torch (2.x, CPU) and numpy; it rewrites the files beside it:

    python3 Tests/NeuralNetworkTests/References/record.py

Nothing is downloaded. Pixels, labels and weights come from the random stream of NeuralNetwork (xoshiro256++ seeded by
SplitMix64), written a second time here, so that only results need to be stored: references.json holds the architectures
and losses, NAME.f32 little-endian floats: the logits of the first batch in training mode, the gradients of its mean loss, the
running statistics after it, the logits of the second batch in evaluation mode after that. PyTorch works in double
precision, so that the whole difference is the kernels' own.

Layouts are those of NeuralNetwork: activations [batch, height, width, channels], filters [height, width, in, out], dense weights
[inputs, outputs]; features after flattening run in the order height, width, channel. Layers follow one another, weights
before bias, scale before shift, mean before variance.
"""
import json
import math
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

FOLDER = pathlib.Path(__file__).parent
MASK = (1 << 64) - 1


class RandomStream:
    """xoshiro256++ (Blackman & Vigna 2021) whose state is four outputs of SplitMix64 from the key."""

    def __init__(self, key):
        self.state = []
        for _ in range(4):
            key = (key + 0x9E3779B97F4A7C15) & MASK
            z = ((key ^ key >> 30) * 0xBF58476D1CE4E5B9) & MASK
            z = ((z ^ z >> 27) * 0x94D049BB133111EB) & MASK
            self.state.append(z ^ z >> 31)

    def next(self):
        def rotated(x, k):
            return (x << k | x >> 64 - k) & MASK

        s = self.state
        result = (rotated((s[0] + s[3]) & MASK, 23) + s[0]) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotated(s[3], 45)
        return result

    def symmetric(self, count, bound):
        """Single-precision numbers from -bound to bound."""
        values = [(2 * ((self.next() >> 11) * 2.0**-53) - 1) * bound for _ in range(count)]
        return np.array(values, dtype=np.float32).astype(np.float64)


def conv(filters, kernel=3, padding="same"):
    return {"convolution": {"filters": filters, "kernel": kernel, "padding": padding}}


def dense(units):
    return {"dense": {"units": units}}


def pool(window):
    return {"maxPooling": {"window": window}}


NORM, RELU, FLATTEN, DROPOUT = {"batchNormalization": {}}, {"relu": {}}, {"flatten": {}}, {"dropout": {"rate": 0}}

CASES = [
    {
        "name": "cnn",
        "architecture": {
            "input": {"height": 12, "width": 12, "channels": 1},
            "layers": [
                conv(16), NORM, RELU, pool(2), conv(32), NORM, RELU, pool(2), conv(64), NORM, RELU, pool(2),
                FLATTEN, dense(32), RELU, DROPOUT, dense(10)],
            "classes": 10,
        },
    },
    {
        "name": "mlp",
        "architecture": {
            "input": {"height": 12, "width": 12, "channels": 1},
            "layers": [FLATTEN, dense(32), RELU, dense(16), RELU, dense(10)],
            "classes": 10,
        },
    },
    {
        # Nothing here is a multiple of a vector's width; normalisation stands after pooling and after a dense layer.
        # Adam is left out: a filter that is active everywhere has a bias that normalisation takes away again, and of such a
        # gradient of zero Adam makes steps of full length in the direction of the rounding. PyTorch's own losses in single
        # precision depart from those in double precision by 3e-4 here.
        "name": "odd",
        "adam": False,
        "architecture": {
            "input": {"height": 11, "width": 9, "channels": 3},
            "layers": [
                conv(6, 5, "valid"), RELU, pool(2), NORM, conv(10), RELU, FLATTEN, dense(7), NORM, RELU,
                dense(5)],
            "classes": 5,
        },
    },
]
IMAGES, BATCH, STEPS = 31, 12, 10


class Model:
    """A network over a list of tensors in the layout of NeuralNetwork."""

    def __init__(self, architecture, stream):
        shape = architecture["input"]
        self.layers = architecture["layers"]
        self.parameters, self.statistics = [], []
        height, width, channels = shape["height"], shape["width"], shape["channels"]
        for layer in self.layers:
            (kind, options), = layer.items()
            if kind == "convolution":
                size, filters = options["kernel"], options["filters"]
                self.draw(stream, [size, size, channels, filters])
                shrinkage = size - 1 if options["padding"] == "valid" else 0
                height, width, channels = height - shrinkage, width - shrinkage, filters
            elif kind == "dense":
                self.draw(stream, [channels, options["units"]])
                channels = options["units"]
            elif kind == "batchNormalization":
                self.parameters.append(torch.tensor(1 + stream.symmetric(channels, 0.2)))
                self.parameters.append(torch.tensor(stream.symmetric(channels, 0.2)))
                self.statistics.append(torch.tensor(stream.symmetric(channels, 0.2)))
                self.statistics.append(torch.tensor(1 + stream.symmetric(channels, 0.2)))
            elif kind == "maxPooling":
                height, width = height // options["window"], width // options["window"]
            elif kind == "flatten":
                height, width, channels = 1, 1, height * width * channels
        for parameter in self.parameters:
            parameter.requires_grad_()

    def draw(self, stream, shape):
        count, inputs = math.prod(shape), math.prod(shape[:-1])
        weights = stream.symmetric(count, math.sqrt(6 / inputs)).reshape(shape)
        self.parameters.append(torch.tensor(weights))
        self.parameters.append(torch.tensor(stream.symmetric(shape[-1], 0.1)))

    def logits(self, x, training):
        """x: [batch, height, width, channels]"""
        x = x.permute(0, 3, 1, 2)
        parameters, statistics = iter(self.parameters), iter(self.statistics)
        for layer in self.layers:
            (kind, options), = layer.items()
            if kind == "convolution":
                weights, bias = next(parameters), next(parameters)
                x = F.conv2d(x, weights.permute(3, 2, 0, 1), bias, padding=options["padding"])
            elif kind == "dense":
                weights, bias = next(parameters), next(parameters)
                x = x @ weights + bias
            elif kind == "batchNormalization":
                scale, shift = next(parameters), next(parameters)
                x = F.batch_norm(x, next(statistics), next(statistics), scale, shift, training, 0.1, 1e-5)
            elif kind == "relu":
                x = F.relu(x)
            elif kind == "maxPooling":
                x = F.max_pool2d(x, options["window"])
            elif kind == "flatten":
                x = x.permute(0, 2, 3, 1).flatten(1)
        return x


def flat(tensors):
    return np.concatenate([tensor.detach().numpy().reshape(-1) for tensor in tensors])


def record(case, key):
    architecture = case["architecture"]
    shape = architecture["input"]
    size = [shape["height"], shape["width"], shape["channels"]]

    stream = RandomStream(key)
    pixels = np.array([stream.next() >> 56 for _ in range(IMAGES * math.prod(size))])
    labels = torch.tensor([(stream.next() >> 32) % architecture["classes"] for _ in range(IMAGES)])
    images = torch.tensor(pixels.reshape([IMAGES] + size) / 255.0)
    batches = [slice(start, min(start + BATCH, IMAGES)) for start in range(0, IMAGES, BATCH)]
    state = [list(stream.state)]

    def new_model():
        stream.state = list(state[0])
        return Model(architecture, stream)

    model = new_model()
    first, second = batches[0], batches[1]
    logits = model.logits(images[first], True)
    loss = F.cross_entropy(logits, labels[first])
    loss.backward()
    gradients = flat([parameter.grad for parameter in model.parameters])
    statistics = flat(model.statistics) if model.statistics else np.zeros(0)
    evaluation = model.logits(images[second], False)

    def losses(make_optimizer):
        model = new_model()
        optimizer = make_optimizer(model.parameters)
        result = []
        for step in range(STEPS):
            batch = batches[step % len(batches)]
            optimizer.zero_grad()
            loss = F.cross_entropy(model.logits(images[batch], True), labels[batch])
            loss.backward()
            optimizer.step()
            result.append(loss.item())
        return result

    tensors = [flat([logits]), gradients, statistics, flat([evaluation])]
    np.concatenate(tensors).astype("<f4").tofile(FOLDER / f"{case['name']}.f32")
    return {
        **case,
        "key": key,
        "images": IMAGES,
        "batchSize": BATCH,
        "counts": [len(tensor) for tensor in tensors],
        "loss": loss.item(),
        "adamLosses": losses(lambda parameters: torch.optim.Adam(parameters, 1e-3)) if case.get("adam", True) else [],
        "momentumLosses": losses(lambda parameters: torch.optim.SGD(parameters, 0.01, momentum=0.9)),
    }


if __name__ == "__main__":
    recorded = [record(case, key) for key, case in enumerate(CASES, start=1)]
    document = {"torch": torch.__version__, "cases": recorded}
    (FOLDER / "references.json").write_text(json.dumps(document, indent=1) + "\n")
