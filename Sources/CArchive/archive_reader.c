// For uselocale.
#define _GNU_SOURCE

#include "archive_reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

// Everything of libarchive that is used.
#define FUNCTIONS(X) \
    X(archive_read_new) \
    X(archive_read_support_format_zip_seekable) \
    X(archive_read_support_format_tar) \
    X(archive_read_support_format_raw) \
    X(archive_read_support_filter_gzip) \
    X(archive_read_support_filter_bzip2) \
    X(archive_read_support_filter_xz) \
    X(archive_read_support_filter_zstd) \
    X(archive_read_open_filename) \
    X(archive_read_open_memory) \
    X(archive_read_next_header) \
    X(archive_read_data) \
    X(archive_error_string) \
    X(archive_read_free) \
    X(archive_entry_pathname_utf8) \
    X(archive_entry_pathname) \
    X(archive_entry_filetype) \
    X(archive_entry_size) \
    X(archive_entry_size_is_set) \
    X(archive_entry_is_data_encrypted)

static locale_t utf8;

static void prepare(void) { utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

static struct {
    FUNCTIONS(REBOUND_MEMBER)
} library;

REBOUND_FUNCTIONS(library, FUNCTIONS, REBOUND_LIBARCHIVE, prepare)

enum rebound_loaded rebound_archive_load(void) { return rebound_load(&functions_of_library, NULL); }

const char *rebound_archive_lacking(void) { return functions_of_library.lacking; }

// libarchive drops names that the locale cannot write, and this program does not set one.
static locale_t enter_utf8(void) { return utf8 != (locale_t)0 ? uselocale(utf8) : (locale_t)0; }

static void leave_utf8(locale_t before) {
    if (before != (locale_t)0) uselocale(before);
}

struct rebound_archive {
    struct archive *reader;
    struct archive_entry *entry;
    void *copy;
};

// One reader, so that a file is never taken for something else than its first bytes said it is.
static bool support(struct archive *reader, rebound_archive_kind kind) {
    // Only the reader that begins with the zip's directory: it is what other programs show of the zip.
    if (kind == REBOUND_ARCHIVE_ZIP) return library.archive_read_support_format_zip_seekable(reader) == ARCHIVE_OK;
    // What libarchive would start a program for is not taken.
    if (library.archive_read_support_filter_gzip(reader) != ARCHIVE_OK || library.archive_read_support_filter_bzip2(reader) != ARCHIVE_OK ||
        library.archive_read_support_filter_xz(reader) != ARCHIVE_OK || library.archive_read_support_filter_zstd(reader) != ARCHIVE_OK) {
        return false;
    }
    return (kind == REBOUND_ARCHIVE_TAR ? library.archive_read_support_format_tar : library.archive_read_support_format_raw)(reader) == ARCHIVE_OK;
}

static rebound_archive *new_archive(rebound_archive_kind kind) {
    if (rebound_archive_load() != REBOUND_LOADED) return NULL;
    rebound_archive *archive = calloc(1, sizeof *archive);
    if (archive == NULL) return NULL;
    archive->reader = library.archive_read_new();
    if (archive->reader == NULL || !support(archive->reader, kind)) {
        rebound_archive_close(archive);
        return NULL;
    }
    return archive;
}

rebound_archive *rebound_archive_open_file(
    const char *path, rebound_archive_kind kind, rebound_archive_status *status
) {
    rebound_archive *archive = new_archive(kind);
    if (archive == NULL) return NULL;
    int result = library.archive_read_open_filename(archive->reader, path, 1 << 16);
    *status = result == ARCHIVE_OK ? REBOUND_ARCHIVE_OK : REBOUND_ARCHIVE_FAILED;
    return archive;
}

rebound_archive *rebound_archive_open_bytes(
    const void *bytes, size_t count, rebound_archive_kind kind, rebound_archive_status *status
) {
    rebound_archive *archive = new_archive(kind);
    if (archive == NULL) return NULL;
    archive->copy = malloc(count > 0 ? count : 1);
    if (archive->copy == NULL) {
        rebound_archive_close(archive);
        return NULL;
    }
    if (count > 0) memcpy(archive->copy, bytes, count);
    int result = library.archive_read_open_memory(archive->reader, archive->copy, count);
    *status = result == ARCHIVE_OK ? REBOUND_ARCHIVE_OK : REBOUND_ARCHIVE_FAILED;
    return archive;
}

rebound_archive_status rebound_archive_next(rebound_archive *archive) {
    archive->entry = NULL;
    locale_t before = enter_utf8();
    int result = library.archive_read_next_header(archive->reader, &archive->entry);
    leave_utf8(before);
    if (result == ARCHIVE_EOF) return REBOUND_ARCHIVE_END;
    // A warning is about a name that the locale cannot write; the entry is there.
    if (result == ARCHIVE_OK || result == ARCHIVE_WARN) return REBOUND_ARCHIVE_OK;
    archive->entry = NULL;
    return REBOUND_ARCHIVE_FAILED;
}

const char *rebound_archive_name(const rebound_archive *archive) {
    if (archive->entry == NULL) return "";
    locale_t before = enter_utf8();
    const char *name = library.archive_entry_pathname_utf8(archive->entry);
    if (name == NULL) name = library.archive_entry_pathname(archive->entry);
    leave_utf8(before);
    return name != NULL ? name : "";
}

bool rebound_archive_is_file(const rebound_archive *archive) {
    return archive->entry != NULL && library.archive_entry_filetype(archive->entry) == AE_IFREG;
}

bool rebound_archive_is_encrypted(const rebound_archive *archive) {
    return archive->entry != NULL && library.archive_entry_is_data_encrypted(archive->entry) != 0;
}

int64_t rebound_archive_size(const rebound_archive *archive) {
    if (archive->entry == NULL || !library.archive_entry_size_is_set(archive->entry)) return -1;
    return library.archive_entry_size(archive->entry);
}

rebound_archive_status rebound_archive_read(
    rebound_archive *archive, void *buffer, size_t capacity, size_t *count
) {
    *count = 0;
    la_ssize_t result = library.archive_read_data(archive->reader, buffer, capacity);
    // A warning is a wrong checksum or length: the content is not what was packed.
    if (result < 0) return REBOUND_ARCHIVE_FAILED;
    *count = (size_t)result;
    return result == 0 ? REBOUND_ARCHIVE_END : REBOUND_ARCHIVE_OK;
}

const char *rebound_archive_error(const rebound_archive *archive) {
    const char *text = library.archive_error_string(archive->reader);
    return text != NULL ? text : "no reason given";
}

void rebound_archive_close(rebound_archive *archive) {
    if (archive == NULL) return;
    if (archive->reader != NULL) library.archive_read_free(archive->reader);
    free(archive->copy);
    free(archive);
}
