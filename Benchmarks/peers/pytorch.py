"""The report's network in PyTorch on the processor: Adam, batches of 32."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional

import measuring

options = measuring.arguments(__doc__, modes=("eager", "channels-last", "compile"))
torch.set_num_threads(options.threads)
torch.manual_seed(1)


def block(inputs, filters):
    return [nn.Conv2d(inputs, filters, 3, padding=1), nn.BatchNorm2d(filters), nn.ReLU(), nn.MaxPool2d(2)]


network = nn.Sequential(
    *block(1, 32), *block(32, 64), *block(64, 128), nn.Flatten(),
    nn.Linear(1152, 256), nn.ReLU(), nn.Dropout(0.5), nn.Linear(256, 10))
layout = torch.channels_last if options.mode == "channels-last" else torch.contiguous_format
network = network.to(memory_format=layout)
compute = torch.compile(network) if options.mode == "compile" else network
optimizer = torch.optim.Adam(network.parameters(), 1e-3, fused=True)

pixels, labels = measuring.training_images(options.data)
pixels, labels = torch.from_numpy(pixels).unsqueeze(1), torch.from_numpy(labels)


def train():
    network.train()
    order = torch.randperm(len(pixels))[: measuring.IMAGES_PER_ROUND]
    for batch in order.split(measuring.BATCH):
        optimizer.zero_grad(set_to_none=True)
        images = pixels[batch].contiguous(memory_format=layout)
        loss = functional.cross_entropy(compute(images), labels[batch])
        loss.backward()
        optimizer.step()


def classify(images):
    with torch.inference_mode():
        functional.softmax(compute(images), dim=1)


def make_batch(size):
    return torch.from_numpy(np.random.rand(size, 1, 28, 28).astype(np.float32)).contiguous(memory_format=layout)


training = measuring.training(train)
network.eval()
measuring.report(torch.__version__, train=training, infer=measuring.inference(classify, make_batch))
