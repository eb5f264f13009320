"""The report's network in Keras on TensorFlow: `fit` and `predict`."""

import os

import measuring

options = measuring.arguments(__doc__)
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import numpy as np
import tensorflow
from keras import layers

tensorflow.config.threading.set_intra_op_parallelism_threads(options.threads)
tensorflow.config.threading.set_inter_op_parallelism_threads(options.threads)
keras.utils.set_random_seed(1)


def block(filters):
    return [
        layers.Conv2D(filters, 3, padding="same"), layers.BatchNormalization(), layers.ReLU(), layers.MaxPooling2D()]


network = keras.Sequential([
    layers.Input((28, 28, 1)), *block(32), *block(64), *block(128), layers.Flatten(),
    layers.Dense(256, activation="relu"), layers.Dropout(0.5), layers.Dense(10, activation="softmax")])
network.compile(keras.optimizers.Adam(1e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])

pixels, labels = measuring.training_images(options.data)
pixels = pixels[: measuring.IMAGES_PER_ROUND, ..., np.newaxis]
labels = labels[: measuring.IMAGES_PER_ROUND]


def train():
    network.fit(pixels, labels, batch_size=measuring.BATCH, verbose=0)


def make_batch(size):
    return np.random.rand(size, 28, 28, 1).astype(np.float32)


training = measuring.training(train)
inference = measuring.inference(network.predict_on_batch, make_batch)
# `predict` costs some milliseconds a call and is meant for many images: the better of both counts.
images = make_batch(10 * 500)
network.predict(images, batch_size=500, verbose=0)
fastest = min(measuring.seconds(lambda: network.predict(images, batch_size=500, verbose=0)) for _ in range(3))
inference["b500"]["images_per_second"] = max(inference["b500"]["images_per_second"], len(images) / fastest)
measuring.report(f"{keras.__version__} on TensorFlow {tensorflow.__version__}", train=training, infer=inference)
