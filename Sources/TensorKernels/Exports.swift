@_exported public import TensorKernelsInterface
@_exported public import TensorKernelsPlain
