#ifndef REBOUND_ARCHIVE_READER_H
#define REBOUND_ARCHIVE_READER_H

#include <optional_library.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A zip or tar archive, or a packed file, that is read entry by entry with libarchive, which is loaded at the first use: the program
/// starts without it, and runs without it as long as no one opens an archive.
typedef struct rebound_archive rebound_archive;

/// What a call came to.
typedef enum {
    REBOUND_ARCHIVE_OK = 0,
    /// No further entry, or no further bytes of this one.
    REBOUND_ARCHIVE_END = 1,
    /// See rebound_archive_error.
    REBOUND_ARCHIVE_FAILED = 2
} rebound_archive_status;

/// Loads libarchive, once; `rebound_archive_lacking` is the function that an unfit one has not.
enum rebound_loaded rebound_archive_load(void);
const char *rebound_archive_lacking(void);

/// What a file is taken for.
typedef enum {
    /// A zip. Its directory has to be there: of a file that is cut off nothing is read.
    REBOUND_ARCHIVE_ZIP = 0,
    /// A tar, as it is or packed by gzip, bzip2, xz or zstd.
    REBOUND_ARCHIVE_TAR = 1,
    /// Anything packed by one of these: one entry.
    REBOUND_ARCHIVE_PACKED = 2
} rebound_archive_kind;

/// Opens a file. Always gives an archive, whose status says whether it is one; NULL only without memory
/// or libarchive.
rebound_archive *rebound_archive_open_file(
    const char *path, rebound_archive_kind kind, rebound_archive_status *status
);

/// The same in memory, of which a copy is taken.
rebound_archive *rebound_archive_open_bytes(
    const void *bytes, size_t count, rebound_archive_kind kind, rebound_archive_status *status
);

/// Goes to the next entry.
rebound_archive_status rebound_archive_next(rebound_archive *archive);

/// The name of the entry, UTF-8 or whatever bytes the zip has; never NULL, valid until the next call.
const char *rebound_archive_name(const rebound_archive *archive);
/// Whether the entry is a file, not a folder or a link.
bool rebound_archive_is_file(const rebound_archive *archive);
/// Whether its content is encrypted.
bool rebound_archive_is_encrypted(const rebound_archive *archive);
/// The size that the archive claims; -1 when it does not say.
int64_t rebound_archive_size(const rebound_archive *archive);

/// Unpacks at most `capacity` bytes of the entry; END with `count` 0 when there are no more. A wrong checksum
/// fails.
rebound_archive_status rebound_archive_read(
    rebound_archive *archive, void *buffer, size_t capacity, size_t *count
);

/// libarchive's words about the last failure; valid until the next call.
const char *rebound_archive_error(const rebound_archive *archive);

/// Ends reading. NULL is fine.
void rebound_archive_close(rebound_archive *archive);

#endif
