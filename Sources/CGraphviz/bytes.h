// Bytes through pipes, and memory outside the heap.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#pragma GCC visibility push(hidden)

bool write_all(int fd, const void *bytes, size_t count);

/// Reads exactly `count` bytes; fewer are returned only at end of file or on an error.
size_t read_all(int fd, void *bytes, size_t count);

/// Zeroed memory of its own mapping, paid for page by page when touched; NULL if there is none.
void *map_bytes(size_t count);

/// Bytes outside the heap. A child inherits the worker's heap, and what Graphviz draws depends on where its
/// objects come to lie; so no job may leave a trace there.
struct buffer {
    char *bytes;
    size_t count, capacity;
};

/// Makes room for `needed` bytes in all; false if there is no memory.
bool reserve(struct buffer *buffer, size_t needed);
void release(struct buffer *buffer);

enum drain { drain_more, drain_closed, drain_full };

/// Takes what a pipe holds now. Past `limit` the rest is read and dropped, and `drain_full` says so.
enum drain drain_pipe(int fd, struct buffer *into, size_t limit);

#pragma GCC visibility pop
