"""The report's network in ONNX Runtime, which only classifies."""

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

import measuring

options = measuring.arguments(__doc__)
random = np.random.default_rng(1)
nodes, weights = [], []


def weight(name, *shape):
    values = random.normal(0, 0.05, shape).astype(np.float32)
    weights.append(numpy_helper.from_array(np.abs(values) if name.endswith("variance") else values, name))
    return name


def add(kind, inputs, **attributes):
    """Adds a node and returns the name of its output."""
    output = f"value{len(nodes)}"
    nodes.append(helper.make_node(kind, inputs, [output], **attributes))
    return output


value = "input"
for inputs, filters in ((1, 32), (32, 64), (64, 128)):
    name = f"block{filters}."
    value = add(
        "Conv", [value, weight(name + "filters", filters, inputs, 3, 3), weight(name + "bias", filters)],
        kernel_shape=[3, 3], pads=[1, 1, 1, 1])
    statistics = [weight(name + part, filters) for part in ("scale", "shift", "mean", "variance")]
    value = add("BatchNormalization", [value, *statistics])
    value = add("Relu", [value])
    value = add("MaxPool", [value], kernel_shape=[2, 2], strides=[2, 2])
value = add("Flatten", [value])
value = add("Relu", [add("Gemm", [value, weight("hidden.weights", 1152, 256), weight("hidden.bias", 256)])])
value = add("Gemm", [value, weight("logits.weights", 256, 10), weight("logits.bias", 10)])
nodes.append(helper.make_node("Softmax", [value], ["output"], axis=1))

graph = helper.make_graph(
    nodes, "network", [helper.make_tensor_value_info("input", TensorProto.FLOAT, ["n", 1, 28, 28])],
    [helper.make_tensor_value_info("output", TensorProto.FLOAT, ["n", 10])], weights)
# Versions that runtimes of some years can read.
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
onnx.checker.check_model(model)

settings = onnxruntime.SessionOptions()
settings.intra_op_num_threads = options.threads
session = onnxruntime.InferenceSession(
    model.SerializeToString(), settings, providers=["CPUExecutionProvider"])


def classify(images):
    session.run(None, {"input": images})


def make_batch(size):
    return random.random((size, 1, 28, 28), np.float32)


measuring.report(onnxruntime.__version__, infer=measuring.inference(classify, make_batch))
