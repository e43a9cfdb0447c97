// The part of Graphviz that is used, loaded when the first picture is drawn.
#pragma once

#include <graphviz/gvc.h>
#include <optional_library.h>

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

/// All NULL until the worker has loaded them.
extern struct graphviz {
    EACH_SYMBOL_OF_GRAPHVIZ(REBOUND_MEMBER)
} graphviz;

#pragma GCC visibility pop
