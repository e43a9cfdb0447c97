#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif

#include "progress.h"

#include <time.h>

static const int64_t longest_idle_milliseconds = 30000;

/// The processor time that `process` has used; on a system that does not tell, the time of day.
static int64_t used_nanoseconds(pid_t process) {
    clockid_t clock = CLOCK_MONOTONIC;
#ifdef __linux__
    if (clock_getcpuclockid(process, &clock) != 0) return 0;
#else
    (void)process;
#endif
    struct timespec time;
    if (clock_gettime(clock, &time) != 0) return 0;
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

struct progress follow(pid_t process) {
    return (struct progress){.process = process, .used_nanoseconds = used_nanoseconds(process)};
}

bool makes_progress(struct progress *progress, int waited_milliseconds) {
    int64_t used = used_nanoseconds(progress->process);
    bool is_idle = used == progress->used_nanoseconds;
    progress->idle_milliseconds = is_idle ? progress->idle_milliseconds + waited_milliseconds : 0;
    progress->used_nanoseconds = used;
    return progress->idle_milliseconds < longest_idle_milliseconds;
}
