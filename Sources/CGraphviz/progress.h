// Whether another process still gets anywhere, told by the processor time it uses.
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#pragma GCC visibility push(hidden)

/// How long to wait for a process at most before its progress is looked at again, in milliseconds.
enum { longest_wait_milliseconds = 1000 };

/// A process seen from outside.
struct progress {
    pid_t process;
    /// The processor time that all its threads have used, when last looked at.
    int64_t used_nanoseconds;
    /// How long it has been waited for since it last used any.
    int64_t idle_milliseconds;
};

/// Begins to follow `process`.
struct progress follow(pid_t process);

/// Looks at `process` after a wait of at most `waited_milliseconds`.
///
/// False when it has used no processor time for thirty seconds of waiting: what it waits for does not come. The
/// waits are added up, not measured, so that a client that was itself stopped for an hour has lost one of them.
bool makes_progress(struct progress *progress, int waited_milliseconds);

#pragma GCC visibility pop
