#ifndef CPREFETCH_H
#define CPREFETCH_H

/// Asks the processor to bring the cache line at `address` into its nearest cache, without waiting for it. Any address
/// will do: nothing is read from one that is not mapped. Swift has no word for this.
static inline __attribute__((always_inline)) void prefetch(const void *address) { __builtin_prefetch(address); }

#endif
