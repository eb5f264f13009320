#define _GNU_SOURCE
#include "CProcessors.h"

#ifdef __linux__
#include <sched.h>

size_t permitted_processors(int *numbers, size_t capacity) {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) != 0) return 0;
    size_t count = 0;
    for (int number = 0; number < CPU_SETSIZE && count < capacity; number++) {
        if (CPU_ISSET(number, &set)) numbers[count++] = number;
    }
    return count;
}

void permit_processors(const int *numbers, size_t count) {
    cpu_set_t set;
    CPU_ZERO(&set);
    for (size_t index = 0; index < count; index++) CPU_SET(numbers[index], &set);
    sched_setaffinity(0, sizeof set, &set);
}
#else
size_t permitted_processors(int *numbers, size_t capacity) { return 0; }

void permit_processors(const int *numbers, size_t count) {}
#endif
