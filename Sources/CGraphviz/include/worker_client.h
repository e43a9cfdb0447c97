// The client's end of a render worker: starting one, talking to it, ending it.
//
// Everything here blocks and belongs on a thread of its own. Waiting is bounded by the progress of the worker, never
// by the clock alone, so that neither end is ended for being slow on a busy machine.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct rebound_worker {
    pid_t process;
    /// Where jobs are written and answers are read; -1 once closed.
    int jobs, answers;
};

/// Starts `path` with `arguments`, which ends with NULL. The worker inherits no descriptor but its two pipes.
///
/// Returns 0, or what errno says: EMFILE or ENFILE when descriptors are scarce, EAGAIN when processes are.
int rebound_start_worker(struct rebound_worker *worker, const char *path, char *const arguments[]);

/// Writes all bytes; false if the worker is gone or makes no progress.
bool rebound_write_job(const struct rebound_worker *worker, const void *bytes, size_t count);

/// Reads exactly `count` bytes; false if the worker is gone or makes no progress.
bool rebound_read_answer(const struct rebound_worker *worker, void *bytes, size_t count);

/// Ends the worker, should it live, and waits until it is gone.
///
/// Returns the status it exited with by itself, or -1 if it was killed.
int rebound_end_worker(struct rebound_worker *worker);
