// Reading DOT into a graph whose memory lies in one region, front to back.
#pragma once

#include <graphviz/cgraph.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma GCC visibility push(hidden)

/// Takes address space for all graphs of this process. Call it once, before `limit_arena` and `parse_document`.
bool reserve_arena(void);

/// Sets how many more bytes graphs may take; past that `on_exhaustion` is called and must not return.
void limit_arena(uint64_t bytes, void (*on_exhaustion)(void));

/// Reads a graph; NULL if there is none. It cannot be closed.
Agraph_t *parse_document(const char *dot, size_t length);

#pragma GCC visibility pop
