// The render worker: a single-threaded process that forks once for each picture.
//
// Graphviz keeps global state, corrupts its heap on some inputs, may call exit or abort, and cannot be
// cancelled. So every picture is drawn in a child that is thrown away; the worker only reads jobs, keeps
// warm fonts and plugins for the children to inherit, and reports what became of each child.
//
// On the wire (both ends are the same executable, so structs travel as they lie in memory):
//   job:     rebound_render_job,    then dot_length bytes of DOT
//   answer:  rebound_render_answer, then warnings_length bytes of text, then payload_length bytes
// The client sends the next job only after it has read the answer to the last one.
#pragma once

#include <stdint.h>

enum rebound_render_format : uint32_t {
    REBOUND_FORMAT_SVG = 0,
    REBOUND_FORMAT_PDF = 1,
    REBOUND_FORMAT_PNG = 2,
};

enum rebound_render_engine : uint32_t {
    REBOUND_ENGINE_DOT = 0,
    REBOUND_ENGINE_SFDP = 1,
    REBOUND_ENGINE_NOP = 2,
};

enum rebound_render_status : uint32_t {
    REBOUND_RENDERED = 0,
    REBOUND_PARSE_FAILED = 1,
    REBOUND_LAYOUT_FAILED = 2,
    /// `detail` is the signal.
    REBOUND_CRASHED = 3,
    REBOUND_TIMED_OUT = 4,
    REBOUND_OUT_OF_MEMORY = 5,
    /// The library ended the child by calling exit; `detail` is the status.
    REBOUND_EXITED = 6,
    /// No child could be started; `detail` is errno.
    REBOUND_NOT_STARTED = 7,
};

struct rebound_render_job {
    uint64_t dot_length;
    /// What the child may allocate beyond what the warm worker already holds; 0 is no limit.
    uint64_t memory_limit_bytes;
    /// The processor time that the child may use.
    uint32_t limit_milliseconds;
    uint32_t format;
    uint32_t engine;
    uint32_t reserved;
};

struct rebound_render_answer {
    uint64_t payload_length;
    uint32_t warnings_length;
    uint32_t status;
    int32_t detail;
    /// The processor time that the child has used.
    uint32_t used_milliseconds;
};

/// How a worker ends that cannot draw here.
enum rebound_worker_status : int32_t {
    /// Graphviz could not be loaded.
    REBOUND_GRAPHVIZ_MISSING = 69,
    /// No font is installed, so that text has no width.
    REBOUND_NO_FONT = 68,
    /// A plug-in of Graphviz is not there or does not load.
    REBOUND_GRAPHVIZ_INCOMPLETE = 72,
    /// The limit of open files is too low.
    REBOUND_TOO_FEW_DESCRIPTORS = 74,
};

/// Serves jobs from standard input to standard output until end of file.
///
/// Call it first thing in `main`, before any other thread exists. Returns the exit status for the process.
int rebound_render_worker(void);

/// Lets a write to a worker that has died fail with EPIPE instead of ending the client.
///
/// Leaves a handler that the program has set itself as it is.
void rebound_ignore_broken_pipes(void);
