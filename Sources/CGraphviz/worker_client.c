#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif

#include "include/worker_client.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "progress.h"

extern char **environ;

/// Moves a descriptor above the standard ones, closed on exec; -1 with errno if there is no room.
static int moved_up(int fd) {
    int moved = fcntl(fd, F_DUPFD_CLOEXEC, 3);
    int error = errno;
    close(fd);
    errno = error;
    return moved;
}

static bool open_pipe(int ends[2]) {
    if (pipe(ends) != 0) {
        ends[0] = ends[1] = -1;
        return false;
    }
    ends[0] = moved_up(ends[0]);
    int error = errno;
    ends[1] = moved_up(ends[1]);
    if (ends[0] < 0) errno = error;
    return ends[0] >= 0 && ends[1] >= 0;
}

static void close_end(int *fd) {
    if (*fd >= 0) close(*fd);
    *fd = -1;
}

/// This process's environment without a backtrace at a crash; the strings stay the environment's.
static char **quiet_environment(void) {
    size_t count = 0;
    while (environ && environ[count]) count++;
    char **copy = calloc(count + 2, sizeof *copy);
    if (!copy) return NULL;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (strncmp(environ[i], "SWIFT_BACKTRACE=", 16) != 0) copy[kept++] = environ[i];
    }
    static char quiet[] = "SWIFT_BACKTRACE=enable=no";
    copy[kept] = quiet;
    return copy;
}

static int spawn(pid_t *process, const char *path, char *const arguments[], int jobs, int answers) {
    posix_spawn_file_actions_t actions;
    int error = posix_spawn_file_actions_init(&actions);
    if (error != 0) return error;
    char **environment = quiet_environment();
    if (!environment) error = ENOMEM;
    if (error == 0) error = posix_spawn_file_actions_adddup2(&actions, jobs, STDIN_FILENO);
    if (error == 0) error = posix_spawn_file_actions_adddup2(&actions, answers, STDOUT_FILENO);
    if (error == 0)
        error = posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#ifdef __linux__
    if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif
    // A file that was written just now may still be open for writing in a process that another thread forked.
    for (int turn = 0; error == 0; turn++) {
        error = posix_spawn(process, path, &actions, NULL, arguments, environment);
        if (error != ETXTBSY || turn == 100) break;
        error = 0;
        usleep(10000);
    }
    free(environment);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

int rebound_start_worker(struct rebound_worker *worker, const char *path, char *const arguments[]) {
    int jobs[2] = {-1, -1}, answers[2] = {-1, -1};
    *worker = (struct rebound_worker){.process = -1, .jobs = -1, .answers = -1};
    int error = open_pipe(jobs) && open_pipe(answers) ? 0 : errno;
    if (error == 0) error = spawn(&worker->process, path, arguments, jobs[0], answers[1]);
    close_end(&jobs[0]);
    close_end(&answers[1]);
    if (error != 0) {
        close_end(&jobs[1]);
        close_end(&answers[0]);
        worker->process = -1;
        return error;
    }
    worker->jobs = jobs[1];
    worker->answers = answers[0];
    // A worker that does not read must not hold its client up for good.
    fcntl(worker->jobs, F_SETFL, fcntl(worker->jobs, F_GETFL) | O_NONBLOCK);
    return 0;
}

/// Waits until `fd` is ready; false once the worker makes no progress.
static bool await(int fd, short events, struct progress *progress) {
    struct pollfd watched = {.fd = fd, .events = events};
    for (;;) {
        int ready = poll(&watched, 1, longest_wait_milliseconds);
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR && errno != EAGAIN) return false;
        if (ready == 0 && !makes_progress(progress, longest_wait_milliseconds)) return false;
    }
}

bool rebound_write_job(const struct rebound_worker *worker, const void *bytes, size_t count) {
    struct progress progress = follow(worker->process);
    const char *next = bytes;
    while (count > 0) {
        ssize_t written = write(worker->jobs, next, count);
        if (written >= 0) {
            next += written;
            count -= (size_t)written;
        } else if (errno == EAGAIN) {
            if (!await(worker->jobs, POLLOUT, &progress)) return false;
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

bool rebound_read_answer(const struct rebound_worker *worker, void *bytes, size_t count) {
    struct progress progress = follow(worker->process);
    char *next = bytes;
    while (count > 0) {
        if (!await(worker->answers, POLLIN, &progress)) return false;
        ssize_t got = read(worker->answers, next, count);
        if (got == 0 || (got < 0 && errno != EINTR)) return false;
        if (got < 0) continue;
        next += got;
        count -= (size_t)got;
    }
    return true;
}

int rebound_end_worker(struct rebound_worker *worker) {
    close_end(&worker->jobs);
    close_end(&worker->answers);
    if (worker->process < 0) return -1;
    // Does nothing to a worker that has ended by itself, and its status stays.
    kill(worker->process, SIGKILL);
    int status = 0;
    pid_t gone;
    do gone = waitpid(worker->process, &status, 0);
    while (gone < 0 && errno == EINTR);
    worker->process = -1;
    return gone > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
