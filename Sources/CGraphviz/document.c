#include "document.h"

#include <stdlib.h>
#include <string.h>

#include "bytes.h"
#include "graphviz.h"

// cgraph numbers named objects by the address of their name and iterates in the order of those numbers: with
// malloc, the order of the clusters in a picture is an accident of the heap. Here all of a graph's memory comes
// from one region, front to back, so that the order is that of the document.
static struct {
    char *start;
    size_t used, limit;
    void (*on_exhaustion)(void);
} arena = {.on_exhaustion = abort};

// Address space only, taken before the warm worker's size is measured. A smaller one does for small systems.
static const size_t arena_sizes[] = {UINT64_C(16) << 30, UINT64_C(1) << 30, UINT64_C(128) << 20};

bool reserve_arena(void) {
    for (size_t i = 0; !arena.start && i < sizeof arena_sizes / sizeof *arena_sizes; i++) {
        arena.start = map_bytes(arena_sizes[i]);
        arena.limit = arena_sizes[i];
    }
    return arena.start != NULL;
}

void limit_arena(uint64_t bytes, void (*on_exhaustion)(void)) {
    arena.on_exhaustion = on_exhaustion;
    if (bytes < arena.limit - arena.used) arena.limit = arena.used + (size_t)bytes;
}

static void *arena_open(Agdisc_t *discipline) { return discipline; }

static void *arena_allocate(void *state, size_t count) {
    (void)state;
    size_t needed = (count + 15) & ~(size_t)15;
    if (needed < count || needed > arena.limit - arena.used) arena.on_exhaustion();
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

Agraph_t *parse_document(const char *dot, size_t length) {
    // cgraph keeps pointers to these for the life of the graph.
    static Agmemdisc_t memory = {arena_open, arena_allocate, arena_resize, arena_free, arena_close};
    static Agiodisc_t input;
    static Agdisc_t discipline;
    input = (Agiodisc_t){read_document, graphviz.AgIoDisc->putstr, graphviz.AgIoDisc->flush};
    discipline = (Agdisc_t){&memory, graphviz.AgIdDisc, &input};
    struct document document = {.next = dot, .left = length};
    return graphviz.agread(&document, &discipline);
}
