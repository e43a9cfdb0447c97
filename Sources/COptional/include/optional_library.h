// Libraries that are loaded when they are first needed: the program starts without them, and does without them what
// needs none.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// The libraries that may not be installed.
enum rebound_library {
    REBOUND_LIBARCHIVE,
    REBOUND_GMIME,
    REBOUND_LIBICAL,
    REBOUND_GRAPHVIZ,
    REBOUND_FONTCONFIG
};

/// What people call a library, the file that the loader looks for, and the package of Debian that has it.
const char *rebound_library_name(enum rebound_library library);
const char *rebound_library_file(enum rebound_library library);
const char *rebound_library_package(enum rebound_library library);

/// Whether a library can be loaded.
bool rebound_library_is_there(enum rebound_library library);

/// What loading came to.
enum rebound_loaded {
    REBOUND_LOADED,
    REBOUND_LIBRARY_MISSING,
    /// It lacks a function.
    REBOUND_LIBRARY_UNFIT
};

/// Functions of a library, loaded once for the life of the process.
struct rebound_functions {
    enum rebound_library library;
    const char *const *names;
    size_t count;
    /// Where `count` addresses go, in the order of the names; left as they are until all are found.
    void *addresses;
    /// Called when all are found; NULL for nothing.
    void (*prepare)(void);
    /// Which function is lacking.
    const char *lacking;
    const char *loaded_file;
};

/// Loads what is not loaded yet. `file` stands in for the file of the library; NULL for its own.
enum rebound_loaded rebound_load(struct rebound_functions *functions, const char *file);

// A list of functions is a macro that calls its argument with each name, and with what else it has to be told.
#define REBOUND_MEMBER(name, ...) __typeof__(&name) name;
#define REBOUND_NAME(name, ...) #name,

/// Defines `functions_of_` and the name of a struct that has a pointer for each function of a list and nothing else.
#define REBOUND_FUNCTIONS(pointers, LIST, library_, prepare_)                                    \
    static const char *const names_of_##pointers[] = {LIST(REBOUND_NAME)};                        \
    static struct rebound_functions functions_of_##pointers = {                                   \
        .library = library_, .names = names_of_##pointers, .addresses = &pointers,                \
        .count = sizeof pointers / sizeof(void *), .prepare = prepare_};
