#include "include/optional_library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *file, *package;
    int mode;
} libraries[] = {
    [REBOUND_LIBARCHIVE] = {"libarchive", "libarchive.so.13", "libarchive13", RTLD_LAZY | RTLD_LOCAL},
    [REBOUND_GMIME] = {"gmime", "libgmime-3.0.so.0", "libgmime-3.0-0", RTLD_LAZY | RTLD_LOCAL},
    [REBOUND_LIBICAL] = {"libical", "libical.so.3", "libical3", RTLD_LAZY | RTLD_LOCAL},
    // Every address is looked up at once, so that no child does it again. The library brings libcgraph with it.
    [REBOUND_GRAPHVIZ] = {"Graphviz", "libgvc.so.6", "libgvc6", RTLD_NOW | RTLD_GLOBAL},
    // Pango brings it.
    [REBOUND_FONTCONFIG] = {"Fontconfig", "libfontconfig.so.1", "libfontconfig1", RTLD_NOW | RTLD_LOCAL},
};

const char *rebound_library_name(enum rebound_library library) { return libraries[library].name; }
const char *rebound_library_file(enum rebound_library library) { return libraries[library].file; }
const char *rebound_library_package(enum rebound_library library) { return libraries[library].package; }

bool rebound_library_is_there(enum rebound_library library) {
    void *handle = dlopen(libraries[library].file, libraries[library].mode);
    if (handle) dlclose(handle);
    return handle;
}

/// Never unloads what it has found: libraries keep memory of their own for the life of the process.
static enum rebound_loaded load(struct rebound_functions *functions, const char *file) {
    void *handle = dlopen(file, libraries[functions->library].mode);
    if (!handle) return REBOUND_LIBRARY_MISSING;
    void **addresses = calloc(functions->count, sizeof *addresses);
    if (!addresses) return REBOUND_LIBRARY_MISSING;
    enum rebound_loaded result = REBOUND_LOADED;
    for (size_t i = 0; i < functions->count && result == REBOUND_LOADED; i++) {
        addresses[i] = dlsym(handle, functions->names[i]);
        if (addresses[i]) continue;
        functions->lacking = functions->names[i];
        result = REBOUND_LIBRARY_UNFIT;
    }
    if (result == REBOUND_LOADED) {
        memcpy(functions->addresses, addresses, functions->count * sizeof *addresses);
        if (functions->prepare) functions->prepare();
        functions->loaded_file = file;
    }
    free(addresses);
    return result;
}

enum rebound_loaded rebound_load(struct rebound_functions *functions, const char *file) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    if (!file) file = libraries[functions->library].file;
    pthread_mutex_lock(&lock);
    const bool is_loaded = functions->loaded_file && strcmp(functions->loaded_file, file) == 0;
    enum rebound_loaded result = is_loaded ? REBOUND_LOADED : load(functions, file);
    pthread_mutex_unlock(&lock);
    return result;
}
