#define _GNU_SOURCE
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static int argument_count;
static char **arguments;

// The GNU C library hands every constructor what `main` gets, whether or not /proc is there to be read.
__attribute__((constructor)) static void keep_arguments(int count, char **vector, char **environment) {
    (void)environment;
    argument_count = count;
    arguments = vector;
}

int rebound_argument_count(void) { return argument_count; }

const char *rebound_argument(int index) { return arguments[index]; }

/// What the Swift runtime and one open file need; with fewer, its threads end the program without a word.
static const rlim_t least_descriptors = 16, wanted_descriptors = 256;

bool rebound_reserve_descriptors(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return true;
    if (limit.rlim_cur < wanted_descriptors) {
        limit.rlim_cur = limit.rlim_max < wanted_descriptors ? limit.rlim_max : wanted_descriptors;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
    return limit.rlim_cur >= least_descriptors;
}

void rebound_secure_process(void) {
    // People's names and numbers are in memory.
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    for (int descriptor = 0; descriptor <= 2; descriptor++) {
        if (fcntl(descriptor, F_GETFD) >= 0) continue;
        // The lowest free number is given out, which is this one.
        open("/", O_PATH);
    }
}

// Resolved where the program is linked to SQLite.
extern int sqlite3_config(int, ...) __attribute__((weak));

void rebound_let_sqlite_read_uris(void) {
    enum { config_uri = 17 };
    if (sqlite3_config) sqlite3_config(config_uri, 1);
}

bool rebound_run_program(const char *name, const char *argument) {
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0) return false;
    int error = 0;
    for (int descriptor = 0; descriptor <= 2 && error == 0; descriptor++)
        error = posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0);
#ifdef __linux__
    if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif
    char *const words[] = {(char *)name, (char *)argument, NULL};
    pid_t child = -1;
    if (error == 0) error = posix_spawnp(&child, name, &actions, NULL, words, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) return false;
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
