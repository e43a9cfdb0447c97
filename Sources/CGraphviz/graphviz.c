#include "graphviz.h"

#include <dlfcn.h>

static const char library_name[] = "libgvc.so.6";

struct graphviz graphviz;

bool load_graphviz(void) {
    // Every address is looked up now, so that no child does it again. The library brings libcgraph with it.
    void *library = dlopen(library_name, RTLD_NOW | RTLD_GLOBAL);
    if (!library) return false;
#define FIND(symbol)                                                                                               \
    graphviz.symbol = (__typeof__(&symbol))dlsym(library, #symbol);                                                \
    if (!graphviz.symbol) return false;
    EACH_SYMBOL_OF_GRAPHVIZ(FIND)
#undef FIND
    return true;
}
