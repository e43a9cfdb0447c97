#include "child.h"

#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "bytes.h"
#include "document.h"
#include "graphviz.h"

const char *const format_names[] = {"svg", "pdf", "png"};
const char *const engine_names[] = {"dot", "sfdp", "nop2"};

static size_t memory_probe_bytes;

static void end_out_of_memory(void) { _exit(child_out_of_memory); }

/// Tells a failed allocation from a plain crash: at the limit there is no room for the probe either.
static void on_fatal_signal(int signal_number) {
    if (memory_probe_bytes > 0) {
        void *probe =
            mmap(NULL, memory_probe_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (probe == MAP_FAILED) end_out_of_memory();
    }
    raise(signal_number);  // SA_RESETHAND has put the default action back.
}

static void watch_fatal_signals(void) {
    // Heap corruption must not take the handler's stack with it, nor may a stack overflow.
    static char alternate_stack[64 << 10];
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
    sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_handler = on_fatal_signal};
    action.sa_flags = (int)(SA_RESETHAND | SA_ONSTACK | SA_NODEFER);
    const int fatal[] = {SIGSEGV, SIGBUS, SIGABRT, SIGTRAP, SIGILL, SIGFPE};
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) sigaction(fatal[i], &action, NULL);
}

/// The address space in use, so that a job's limit does not depend on how much the executable maps.
static rlim_t mapped_bytes(void) {
#ifdef __linux__
    FILE *statm = fopen("/proc/self/statm", "r");
    unsigned long pages = 0;
    if (statm) {
        if (fscanf(statm, "%lu", &pages) != 1) pages = 0;
        fclose(statm);
    }
    return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
#else
    return 0;
#endif
}

void set_soft_limit(int resource, rlim_t value) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0) return;
    if (limit.rlim_max != RLIM_INFINITY && value > limit.rlim_max) value = limit.rlim_max;
    limit.rlim_cur = value;
    setrlimit(resource, &limit);
}

static void limit_child(const struct rebound_render_job *job) {
    set_soft_limit(RLIMIT_CORE, 0);
    // The worker watches the limit more closely; this one holds should the worker be gone.
    set_soft_limit(RLIMIT_CPU, job->limit_milliseconds / 1000 + 2);
    if (job->memory_limit_bytes > 0) {
        set_soft_limit(RLIMIT_AS, mapped_bytes() + (rlim_t)job->memory_limit_bytes);
        memory_probe_bytes = (size_t)(job->memory_limit_bytes / 4 + 1);
        // Mapped before the limit was set, the arena is not held by it.
        limit_arena(job->memory_limit_bytes, end_out_of_memory);
    }
    watch_fatal_signals();
}

// Nothing is freed: freeing a layout is where dot corrupts the heap.
void render_in_child(
    GVC_t *context, const struct rebound_render_job *job, const char *dot, int payload_fd
) {
    limit_child(job);
    graphviz.agreseterrors();
    graph_t *graph = parse_document(dot, job->dot_length);
    if (!graph || graphviz.agerrors() >= AGERR) _exit(child_parse_failed);
    // dot says "lost edge" or "trouble in init_rank" by message only, with a result of 0.
    if (graphviz.gvLayout(context, graph, engine_names[job->engine]) != 0 || graphviz.agerrors() >= AGERR)
        _exit(child_layout_failed);
    char *payload = NULL;
    unsigned int length = 0;
    if (graphviz.gvRenderData(context, graph, format_names[job->format], &payload, &length) != 0 || !payload)
        _exit(child_layout_failed);
    _exit(write_all(payload_fd, payload, length) ? child_rendered : child_layout_failed);
}
