// What happens in the process that draws one picture.
#pragma once

#include <graphviz/gvc.h>
#include <stdint.h>
#include <sys/resource.h>

#include "include/render_worker.h"

#pragma GCC visibility push(hidden)

/// The names of `rebound_render_format` and `rebound_render_engine`, in their order.
extern const char *const format_names[], *const engine_names[];
enum { format_count = 3, engine_count = 3 };

// How a child says what became of its job. Out of the way of the statuses the libraries exit with.
enum {
    child_rendered = 90,
    child_parse_failed = 91,
    child_layout_failed = 92,
    child_out_of_memory = 93,
};

/// Sets the soft limit of `resource`, below the hard one.
void set_soft_limit(int resource, rlim_t value);

/// Draws one picture, writes it to `payload_fd` and ends the process with one of the statuses above.
_Noreturn void render_in_child(
    GVC_t *context, const struct rebound_render_job *job, const char *dot, int payload_fd);

#pragma GCC visibility pop
