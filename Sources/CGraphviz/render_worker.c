#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif

#include "include/fonts.h"
#include "include/render_worker.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "bytes.h"
#include "child.h"
#include "document.h"
#include "graphviz.h"
#include "progress.h"

struct graphviz graphviz;
REBOUND_FUNCTIONS(graphviz, EACH_SYMBOL_OF_GRAPHVIZ, REBOUND_GRAPHVIZ, NULL)

static const uint64_t largest_job = UINT64_C(256) << 20;
static const size_t largest_warnings = 16 << 10;
// The deepest recursion seen is dot's, on chains. Linux leaves at least 128 MB below the main stack.
static const rlim_t stack_bytes = 64 << 20;
// What fonts, plug-ins and pipes need at once, with some to spare.
static const rlim_t least_descriptors = 32, wanted_descriptors = 256;

struct outcome {
    enum rebound_render_status status;
    int detail;
    uint32_t used_milliseconds;
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

static int reap(pid_t child, uint32_t *used_milliseconds) {
    int status = 0;
    struct rusage usage = {0};
    while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {}
    *used_milliseconds = (uint32_t)((usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
        + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000);
    return status;
}

/// Collects a child's output until it ends, has used its processor time, is stuck or the client goes away.
static void follow_child(
    struct outcome *outcome, const struct rebound_render_job *job, pid_t child, int payload_fd,
    int warnings_fd, int client_fd
) {
    struct progress progress = follow(child);
    const int64_t started_nanoseconds = progress.used_nanoseconds;
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
        int64_t used = (progress.used_nanoseconds - started_nanoseconds) / 1000000;
        int64_t left = (int64_t)job->limit_milliseconds - used;
        int wait = left < longest_wait_milliseconds ? (int)left : longest_wait_milliseconds;
        int ready = wait > 0 ? poll(watched, 3, wait) : 0;
        if (ready < 0 && errno != EINTR) abort();
        if (!makes_progress(&progress, ready == 0 ? wait : 0) || wait <= 0) {
            verdict = REBOUND_TIMED_OUT;
            break;
        }
        if (ready <= 0) continue;
        if (watched[2].revents) {
            kill(child, SIGKILL);
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
    int status = reap(child, &outcome->used_milliseconds);
    if (outcome->used_milliseconds > job->limit_milliseconds) verdict = REBOUND_TIMED_OUT;
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
        .used_milliseconds = outcome->used_milliseconds,
    };
    return write_all(fd, &answer, sizeof answer)
        && write_all(fd, outcome->warnings.bytes, answer.warnings_length)
        && write_all(fd, outcome->payload.bytes, answer.payload_length);
}

static int warm_up_warnings;

static int pass_message_on(char *message) {
    if (strstr(message, "Could not load")) warm_up_warnings++;
    write_all(STDERR_FILENO, message, strlen(message));
    return 0;
}

#define SIZE(points) \
    "<TD><FONT POINT-SIZE=\"" #points "\">A\xc3\xa9 \xe2\x98\x85 \xe2\x9c\x95 \xe2\x9c\x93 \xe2\x80\xa6</FONT></TD>" \
    "<TD><FONT POINT-SIZE=\"" #points "\"><B>B</B></FONT></TD>"

/// Loads every plug-in and the fonts, so that each child begins from the same warm state.
///
/// False if an engine, a format or the measuring of text is missing: Graphviz would draw another picture without.
static bool warm_up(GVC_t *context) {
    // Looking a font up takes milliseconds for each size; these are the sizes of the visual grammar. The list
    // of families is that of the standard font stack.
    static const char dot[] =
        "digraph { node [shape=plain, fontname=\"Inter,Open Sans,Segoe UI,Helvetica Neue,Arial,"
        "DejaVu Sans,sans-serif\"] a [label=<<TABLE><TR>"
        SIZE(9) SIZE(10) SIZE(11) SIZE(12) SIZE(13) SIZE(15)
        "</TR></TABLE>>] a -> b }";
    graphviz.agreseterrors();
    // Nothing has a place that nop could leave it in.
    for (int engine = REBOUND_ENGINE_SFDP; engine >= 0; engine--) {
        graph_t *graph = parse_document(dot, sizeof dot - 1);
        if (!graph || graphviz.gvLayout(context, graph, engine_names[engine]) != 0) return false;
        for (int format = 0; engine == REBOUND_ENGINE_DOT && format < format_count; format++) {
            char *payload = NULL;
            unsigned int length = 0;
            if (graphviz.gvRenderData(context, graph, format_names[format], &payload, &length) != 0 || !payload)
                return false;
            free(payload);
        }
    }
    // A library that does not load is a warning, and text is then measured by guess.
    int measures = 0;
    char **names = graphviz.gvPluginList(context, "textlayout", &measures, NULL);
    for (int i = 0; i < measures; i++) free(names[i]);
    free(names);
    return measures > 0 && warm_up_warnings == 0;
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

/// Whether as many descriptors are free as a picture may need; the soft limit is raised where the hard one allows it.
static bool reserve_descriptors(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return true;
    if (limit.rlim_cur < wanted_descriptors) set_soft_limit(RLIMIT_NOFILE, wanted_descriptors);
    return getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= least_descriptors;
}

int rebound_render_worker(void) {
    if (!reserve_descriptors()) return REBOUND_TOO_FEW_DESCRIPTORS;
    // Libraries may print: the frames get descriptors of their own, and 0 and 1 lead nowhere.
    int jobs = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    int answers = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (jobs < 0 || answers < 0 || nowhere < 0) return 71;
    dup2(nowhere, STDIN_FILENO);
    dup2(nowhere, STDOUT_FILENO);
    if (fcntl(STDERR_FILENO, F_GETFD) < 0) dup2(nowhere, STDERR_FILENO);

    settle_process();
    if (rebound_load(&functions_of_graphviz, NULL) != REBOUND_LOADED) return REBOUND_GRAPHVIZ_MISSING;
    if (rebound_font_count() == 0) return REBOUND_NO_FONT;
    graphviz.agseterrf(pass_message_on);
    GVC_t *context = reserve_arena() ? graphviz.gvContext() : NULL;
    if (!context) return 70;
    if (!warm_up(context)) return REBOUND_GRAPHVIZ_INCOMPLETE;
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
