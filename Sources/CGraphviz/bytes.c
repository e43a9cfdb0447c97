#include "bytes.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

bool write_all(int fd, const void *bytes, size_t count) {
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

size_t read_all(int fd, void *bytes, size_t count) {
    size_t total = 0;
    while (total < count) {
        ssize_t got = read(fd, (char *)bytes + total, count - total);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        total += (size_t)got;
    }
    return total;
}

void *map_bytes(size_t count) {
    void *bytes = mmap(
        NULL, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return bytes == MAP_FAILED ? NULL : bytes;
}

void release(struct buffer *buffer) {
    if (buffer->bytes) munmap(buffer->bytes, buffer->capacity);
    *buffer = (struct buffer){0};
}

bool reserve(struct buffer *buffer, size_t needed) {
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

enum drain drain_pipe(int fd, struct buffer *into, size_t limit) {
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
