// Foundation brings the data of every language and calendar, 34 MB; it comes with the library of the store, and no
// part of Rebound asks it for a language, a zone or a calendar. A program that has this archive without an entry links
// no other, and what would ask after all finds nothing rather than something wrong.
// The name has ICU's version: where a toolchain comes with another one, this is not used, and the program is larger.
// `Scripts/package` says so.
// The layout is the one of `udata.h` and `ucmndata.h`: https://unicode-org.github.io/icu/userguide/icu_data/
#include "no_locale_data.h"

#include <stdint.h>

struct archive {
    uint16_t header_size;
    uint8_t magic[2];
    uint16_t information_size, reserved_word;
    uint8_t is_big_endian, charset_family, size_of_character, reserved_byte;
    uint8_t format[4], format_version[4], data_version[4];
    uint32_t entry_count;
};

_Alignas(16) const struct archive icudt76_dat = {
    .header_size = 24,
    .magic = {0xda, 0x27},
    .information_size = 20,
    .is_big_endian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__,
    .size_of_character = 2,
    .format = {'C', 'm', 'n', 'D'},
    .format_version = {1},
    .data_version = {76, 1},
    .entry_count = 0,
};
