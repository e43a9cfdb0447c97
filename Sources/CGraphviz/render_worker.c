#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif

#include "include/render_worker.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <graphviz/gvc.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

static const char *const format_names[] = {"svg", "pdf", "png"};
static const char *const engine_names[] = {"dot", "sfdp", "twopi"};
enum { format_count = 3, engine_count = 3 };

// How a child says what became of its job. Out of the way of the statuses the libraries exit with.
enum {
    child_rendered = 90,
    child_parse_failed = 91,
    child_layout_failed = 92,
    child_out_of_memory = 93,
};

static const uint64_t largest_job = UINT64_C(256) << 20;
static const size_t largest_warnings = 16 << 10;
// The deepest recursion seen is dot's, on chains. Linux leaves at least 128 MB below the main stack.
static const rlim_t stack_bytes = 64 << 20;

// MARK: Bytes

static bool write_all(int fd, const void *bytes, size_t count) {
    const char *next = bytes;
    while (count > 0) {
        ssize_t written = write(fd, next, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        next += written;
        count -= (size_t)written;
    }
    return true;
}

/// Reads exactly `count` bytes; fewer are returned only at end of file or on an error.
static size_t read_all(int fd, void *bytes, size_t count) {
    size_t total = 0;
    while (total < count) {
        ssize_t got = read(fd, (char *)bytes + total, count - total);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        total += (size_t)got;
    }
    return total;
}

/// Bytes outside the heap. A child inherits the worker's heap, and what Graphviz draws depends on where its
/// objects come to lie; so no job may leave a trace there.
struct buffer {
    char *bytes;
    size_t count, capacity;
};

static void *map_bytes(size_t count) {
    void *bytes = mmap(
        NULL, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return bytes == MAP_FAILED ? NULL : bytes;
}

static void release(struct buffer *buffer) {
    if (buffer->bytes) munmap(buffer->bytes, buffer->capacity);
    *buffer = (struct buffer){0};
}

static bool reserve(struct buffer *buffer, size_t needed) {
    if (needed <= buffer->capacity) return true;
    size_t capacity = buffer->capacity ? buffer->capacity : 256 << 10;
    while (capacity < needed) capacity *= 2;
    struct buffer grown = {.bytes = map_bytes(capacity), .count = buffer->count, .capacity = capacity};
    if (!grown.bytes) return false;
    if (buffer->count > 0) memcpy(grown.bytes, buffer->bytes, buffer->count);
    release(buffer);
    *buffer = grown;
    return true;
}

enum drain { drain_more, drain_closed, drain_full };

/// Takes what a pipe holds now. Past `limit` the rest is read and dropped, and `drain_full` says so.
static enum drain drain_pipe(int fd, struct buffer *into, size_t limit) {
    char chunk[64 << 10];
    ssize_t got;
    do got = read(fd, chunk, sizeof chunk);
    while (got < 0 && errno == EINTR);
    if (got <= 0) return drain_closed;
    size_t kept = (size_t)got;
    if (kept > limit - into->count) kept = limit - into->count;
    if (!reserve(into, into->count + kept)) return drain_full;
    memcpy(into->bytes + into->count, chunk, kept);
    into->count += kept;
    return kept < (size_t)got ? drain_full : drain_more;
}

static int64_t now_milliseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

// MARK: The document

// cgraph numbers named objects by the address of their name and iterates in the order of those numbers: with
// malloc, the order of the clusters in a picture is an accident of the heap. Here all of a graph's memory comes
// from one region, front to back, so that the order is that of the document.
static struct {
    char *start;
    size_t size, used, limit;
} arena;

// Address space only, taken before the warm worker's size is measured. A smaller one does for small systems.
static const size_t arena_sizes[] = {UINT64_C(16) << 30, UINT64_C(1) << 30, UINT64_C(128) << 20};

static void reserve_arena(void) {
    for (size_t i = 0; !arena.start && i < sizeof arena_sizes / sizeof *arena_sizes; i++) {
        arena.start = map_bytes(arena_sizes[i]);
        arena.size = arena.limit = arena_sizes[i];
    }
}

static void *arena_open(Agdisc_t *discipline) { return discipline; }

static void *arena_allocate(void *state, size_t count) {
    (void)state;
    size_t needed = (count + 15) & ~(size_t)15;
    if (needed < count || needed > arena.limit - arena.used) _exit(child_out_of_memory);
    void *bytes = arena.start + arena.used;
    arena.used += needed;
    return bytes;  // Fresh anonymous memory: zero, as cgraph expects.
}

static void *arena_resize(void *state, void *bytes, size_t old_count, size_t count) {
    if (bytes && count <= old_count) return bytes;
    void *grown = arena_allocate(state, count);
    if (bytes && old_count > 0) memcpy(grown, bytes, old_count);
    return grown;
}

static void arena_free(void *state, void *bytes) {
    (void)state;
    (void)bytes;
}

static void arena_close(void *state) { (void)state; }

struct document {
    const char *next;
    size_t left;
};

static int read_document(void *channel, char *into, int capacity) {
    struct document *document = channel;
    size_t count = document->left < (size_t)capacity ? document->left : (size_t)capacity;
    memcpy(into, document->next, count);
    document->next += count;
    document->left -= count;
    return (int)count;
}

static graph_t *parse(const char *dot, size_t length) {
    // cgraph keeps pointers to these for the life of the graph.
    static Agmemdisc_t memory = {arena_open, arena_allocate, arena_resize, arena_free, arena_close};
    static Agiodisc_t input;
    static Agdisc_t discipline;
    input = (Agiodisc_t){read_document, AgIoDisc.putstr, AgIoDisc.flush};
    discipline = (Agdisc_t){&memory, &AgIdDisc, &input};
    struct document document = {.next = dot, .left = length};
    return agread(&document, &discipline);
}

// MARK: The child

static size_t memory_probe_bytes;

/// Tells a failed allocation from a plain crash: at the limit there is no room for the probe either.
static void on_fatal_signal(int signal_number) {
    if (memory_probe_bytes > 0) {
        void *probe =
            mmap(NULL, memory_probe_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (probe == MAP_FAILED) _exit(child_out_of_memory);
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

static void set_soft_limit(int resource, rlim_t value) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0) return;
    if (limit.rlim_max != RLIM_INFINITY && value > limit.rlim_max) value = limit.rlim_max;
    limit.rlim_cur = value;
    setrlimit(resource, &limit);
}

static void limit_child(const struct rebound_render_job *job) {
    set_soft_limit(RLIMIT_CORE, 0);
    // The worker's clock is the deadline; this one holds should the worker be gone.
    set_soft_limit(RLIMIT_CPU, job->deadline_milliseconds / 1000 + 2);
    if (job->memory_limit_bytes > 0) {
        set_soft_limit(RLIMIT_AS, mapped_bytes() + (rlim_t)job->memory_limit_bytes);
        memory_probe_bytes = (size_t)(job->memory_limit_bytes / 16 + 1);
        // The arena was mapped before the limit, which therefore does not hold it.
        if (arena.limit > arena.used + job->memory_limit_bytes)
            arena.limit = arena.used + (size_t)job->memory_limit_bytes;
    }
    watch_fatal_signals();
}

static int pass_message_on(char *message) {
    write_all(STDERR_FILENO, message, strlen(message));
    return 0;
}

/// Draws one picture and never returns. Nothing is freed: freeing a layout is where dot corrupts the heap.
static void render_in_child(
    GVC_t *context, const struct rebound_render_job *job, const char *dot, int payload_fd
) {
    limit_child(job);
    agreseterrors();
    graph_t *graph = parse(dot, job->dot_length);
    if (!graph || agerrors() >= AGERR) _exit(child_parse_failed);
    // dot says "lost edge" or "trouble in init_rank" by message only, with a result of 0.
    if (gvLayout(context, graph, engine_names[job->engine]) != 0 || agerrors() >= AGERR)
        _exit(child_layout_failed);
    char *payload = NULL;
    unsigned int length = 0;
    if (gvRenderData(context, graph, format_names[job->format], &payload, &length) != 0 || !payload)
        _exit(child_layout_failed);
    _exit(write_all(payload_fd, payload, length) ? child_rendered : child_layout_failed);
}

// MARK: The worker

struct outcome {
    enum rebound_render_status status;
    int detail;
    struct buffer payload, warnings;
};

static bool mentions_memory(const struct buffer *warnings) {
    static const char *const phrases[] = {
        "out of memory", "memory allocation", "failed to allocate", "bad_alloc", "Cannot allocate memory",
    };
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        if (memmem(warnings->bytes, warnings->count, phrases[i], strlen(phrases[i]))) return true;
    }
    return false;
}

static void classify(struct outcome *outcome, int wait_status) {
    if (WIFEXITED(wait_status)) {
        switch (WEXITSTATUS(wait_status)) {
        case child_rendered: outcome->status = REBOUND_RENDERED; return;
        case child_parse_failed: outcome->status = REBOUND_PARSE_FAILED; return;
        case child_layout_failed: outcome->status = REBOUND_LAYOUT_FAILED; break;
        case child_out_of_memory: outcome->status = REBOUND_OUT_OF_MEMORY; return;
        default:
            outcome->status = REBOUND_EXITED;
            outcome->detail = WEXITSTATUS(wait_status);
        }
    } else if (WTERMSIG(wait_status) == SIGXCPU) {
        outcome->status = REBOUND_TIMED_OUT;
        return;
    } else {
        outcome->status = REBOUND_CRASHED;
        outcome->detail = WTERMSIG(wait_status);
    }
    if (mentions_memory(&outcome->warnings)) outcome->status = REBOUND_OUT_OF_MEMORY;
}

static int reap(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return status;
}

/// Collects a child's output until it ends, its deadline passes or the client goes away.
static void follow_child(
    struct outcome *outcome, const struct rebound_render_job *job, pid_t child, int payload_fd,
    int warnings_fd, int client_fd
) {
    const int64_t deadline = now_milliseconds() + job->deadline_milliseconds;
    const size_t largest_payload =
        job->memory_limit_bytes > 0 ? (size_t)job->memory_limit_bytes : SIZE_MAX;
    // The client's pipe is watched for a hang-up only, which poll reports unasked.
    struct pollfd watched[] = {
        {.fd = payload_fd, .events = POLLIN},
        {.fd = warnings_fd, .events = POLLIN},
        {.fd = client_fd, .events = 0},
    };
    enum rebound_render_status verdict = REBOUND_RENDERED;
    while (watched[0].fd >= 0 || watched[1].fd >= 0) {
        int64_t left = deadline - now_milliseconds();
        if (left <= 0) {
            verdict = REBOUND_TIMED_OUT;
            break;
        }
        int ready = poll(watched, 3, left > INT32_MAX ? INT32_MAX : (int)left);
        if (ready < 0 && errno != EINTR) abort();
        if (ready <= 0) continue;
        if (watched[2].revents) {
            kill(child, SIGKILL);
            reap(child);
            _exit(0);
        }
        if (watched[0].revents) {
            enum drain drain = drain_pipe(payload_fd, &outcome->payload, largest_payload);
            if (drain == drain_closed) watched[0].fd = -1;
            if (drain == drain_full) {
                verdict = REBOUND_OUT_OF_MEMORY;
                break;
            }
        }
        if (watched[1].revents) {
            enum drain drain = drain_pipe(warnings_fd, &outcome->warnings, largest_warnings);
            if (drain == drain_closed) watched[1].fd = -1;
        }
    }
    if (verdict != REBOUND_RENDERED) kill(child, SIGKILL);
    int status = reap(child);
    if (verdict != REBOUND_RENDERED)
        outcome->status = verdict;
    else
        classify(outcome, status);
}

static struct outcome run_job(
    GVC_t *context, const struct rebound_render_job *job, const char *dot, int client_fd
) {
    struct outcome outcome = {.status = REBOUND_NOT_STARTED};
    int payload[2] = {-1, -1}, warnings[2] = {-1, -1};
    pid_t child = -1;
    if (pipe(payload) == 0 && pipe(warnings) == 0) {
        pid_t worker = getpid();
        child = fork();
        if (child == 0) {
#ifdef __linux__
            prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
            if (getppid() != worker) _exit(0);
            close(client_fd);
            close(payload[0]);
            close(warnings[0]);
            dup2(warnings[1], STDERR_FILENO);
            close(warnings[1]);
            render_in_child(context, job, dot, payload[1]);
        }
    }
    if (child < 0) outcome.detail = errno;
    if (payload[1] >= 0) close(payload[1]);
    if (warnings[1] >= 0) close(warnings[1]);
    if (child > 0) follow_child(&outcome, job, child, payload[0], warnings[0], client_fd);
    if (payload[0] >= 0) close(payload[0]);
    if (warnings[0] >= 0) close(warnings[0]);
    return outcome;
}

static bool send_answer(int fd, const struct outcome *outcome) {
    bool rendered = outcome->status == REBOUND_RENDERED;
    struct rebound_render_answer answer = {
        .payload_length = rendered ? outcome->payload.count : 0,
        .warnings_length = (uint32_t)outcome->warnings.count,
        .status = outcome->status,
        .detail = outcome->detail,
    };
    return write_all(fd, &answer, sizeof answer)
        && write_all(fd, outcome->warnings.bytes, answer.warnings_length)
        && write_all(fd, outcome->payload.bytes, answer.payload_length);
}

/// Loads every plugin and the fonts, so that each child begins from the same warm state.
static void warm_up(GVC_t *context) {
    static const char dot[] =
        "digraph { node [shape=plain, fontname=\"Inter,DejaVu Sans,sans-serif\"]"
        " a [label=<<TABLE><TR><TD>Aa\xc3\xa9 \xe2\x98\x85</TD><TD><B>Bb</B></TD></TR></TABLE>>] a -> b }";
    for (int engine = engine_count - 1; engine >= 0; engine--) {
        graph_t *graph = parse(dot, sizeof dot - 1);
        if (!graph || gvLayout(context, graph, engine_names[engine]) != 0) continue;
        for (int format = 0; engine == REBOUND_ENGINE_DOT && format < format_count; format++) {
            char *payload = NULL;
            unsigned int length = 0;
            gvRenderData(context, graph, format_names[format], &payload, &length);
            free(payload);
        }
    }
}

/// Waits for the threads in which pango looked up the first fonts: a lock that one of them holds at a fork
/// stays locked in the child for ever.
static void await_single_thread(void) {
#ifdef __linux__
    for (int turn = 0; turn < 2000; turn++) {
        int threads = 0;
        DIR *tasks = opendir("/proc/self/task");
        if (!tasks) return;
        for (struct dirent *task; (task = readdir(tasks));) threads += task->d_name[0] != '.';
        closedir(tasks);
        if (threads <= 1) return;
        usleep(1000);
    }
#endif
}

/// Makes the drawing depend on the job alone: no plugin or font path, locale or inherited signal action.
static void settle_process(void) {
    const char *const unwanted[] = {
        "GVBINDIR", "GV_FILE_PATH", "SERVER_NAME", "DOTFONTPATH", "GDFONTPATH", "PANGO_LANGUAGE", "LANGUAGE",
    };
    for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++) unsetenv(unwanted[i]);
    setenv("LC_ALL", "C.UTF-8", 1);
    for (int signal_number = 1; signal_number < 32; signal_number++) {
        if (signal_number != SIGINT && signal_number != SIGHUP) signal(signal_number, SIG_DFL);
    }
    signal(SIGPIPE, SIG_IGN);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    set_soft_limit(RLIMIT_STACK, stack_bytes);
}

int rebound_render_worker(void) {
    // Libraries may print: the frames get descriptors of their own, and 0 and 1 lead nowhere.
    int jobs = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    int answers = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (jobs < 0 || answers < 0 || nowhere < 0) return 71;
    dup2(nowhere, STDIN_FILENO);
    dup2(nowhere, STDOUT_FILENO);
    if (fcntl(STDERR_FILENO, F_GETFD) < 0) dup2(nowhere, STDERR_FILENO);

    settle_process();
    agseterrf(pass_message_on);
    reserve_arena();
    GVC_t *context = gvContext();
    if (!context || !arena.start) return 70;
    warm_up(context);
    await_single_thread();

    for (;;) {
        struct rebound_render_job job;
        size_t got = read_all(jobs, &job, sizeof job);
        if (got == 0) return 0;
        if (got < sizeof job || job.dot_length > largest_job || job.format >= format_count
            || job.engine >= engine_count)
            return 65;
        struct buffer dot = {0};
        if (!reserve(&dot, job.dot_length + 1)) return 71;
        if (read_all(jobs, dot.bytes, job.dot_length) < job.dot_length) return 65;
        struct outcome outcome = run_job(context, &job, dot.bytes, jobs);
        bool sent = send_answer(answers, &outcome);
        release(&dot);
        release(&outcome.payload);
        release(&outcome.warnings);
        if (!sent) return 74;
    }
}

void rebound_ignore_broken_pipes(void) {
    struct sigaction action;
    if (sigaction(SIGPIPE, NULL, &action) == 0 && action.sa_handler == SIG_DFL) signal(SIGPIPE, SIG_IGN);
}
