// The part of Graphviz that is used, loaded when the first picture is drawn.
#pragma once

#include <graphviz/gvc.h>
#include <stdbool.h>

#pragma GCC visibility push(hidden)

// Every function and variable used of libgvc and libcgraph; the headers give the types, the loaded libraries the
// addresses. To link them would cost every command that draws nothing a tenth of its time.
#define EACH_SYMBOL_OF_GRAPHVIZ(DO)                                                                                \
    DO(agerrors)                                                                                                   \
    DO(agread)                                                                                                     \
    DO(agreseterrors)                                                                                              \
    DO(agseterrf)                                                                                                  \
    DO(gvContext)                                                                                                  \
    DO(gvLayout)                                                                                                   \
    DO(gvPluginList)                                                                                               \
    DO(gvRenderData)                                                                                               \
    DO(AgIdDisc)                                                                                                   \
    DO(AgIoDisc)

struct graphviz {
#define DECLARE(symbol) __typeof__(&symbol) symbol;
    EACH_SYMBOL_OF_GRAPHVIZ(DECLARE)
#undef DECLARE
};

/// All NULL until `load_graphviz` has said true.
extern struct graphviz graphviz;

/// Loads the libraries for the rest of the process; false if they are missing or too old.
bool load_graphviz(void);

#pragma GCC visibility pop
