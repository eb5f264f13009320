#ifndef CPROCESSORS_H
#define CPROCESSORS_H

#include <stddef.h>

/// Writes the numbers of the processors that the calling thread may run on, the lowest `capacity` of them, and returns
/// how many those are: none where the system does not tell (macOS). Swift's Glibc module lacks the calls behind it.
size_t permitted_processors(int *numbers, size_t capacity);

/// Lets the calling thread run on `count` processors alone, where the system allows it.
void permit_processors(const int *numbers, size_t count);

#endif
