#include "include/fonts.h"

#include <optional_library.h>

// The part of Fontconfig that is used.
typedef struct FcPattern FcPattern;
typedef struct FcObjectSet FcObjectSet;
typedef struct FcCharSet FcCharSet;
typedef struct {
    int count, capacity;
    FcPattern **fonts;
} FcFontSet;

#define FUNCTIONS(X)                                                     \
    X(FcPatternCreate, FcPattern *, (void))                              \
    X(FcObjectSetCreate, FcObjectSet *, (void))                          \
    X(FcObjectSetAdd, int, (FcObjectSet *, const char *))                \
    X(FcFontList, FcFontSet *, (void *config, FcPattern *, FcObjectSet *)) \
    X(FcPatternGetCharSet, int, (const FcPattern *, const char *, int, FcCharSet **)) \
    X(FcCharSetHasChar, int, (const FcCharSet *, uint32_t))

static struct {
#define MEMBER(name, type, parameters) type(*name) parameters;
    FUNCTIONS(MEMBER)
} fontconfig;

/// All fonts with the characters they have; NULL without Fontconfig. Lives as long as the process.
static const FcFontSet *fonts;

static void list_fonts(void) {
    FcObjectSet *objects = fontconfig.FcObjectSetCreate();
    fontconfig.FcObjectSetAdd(objects, "charset");
    fontconfig.FcObjectSetAdd(objects, "family");
    fonts = fontconfig.FcFontList(NULL, fontconfig.FcPatternCreate(), objects);
}

REBOUND_FUNCTIONS(fontconfig, FUNCTIONS, REBOUND_FONTCONFIG, list_fonts)

static const FcFontSet *installed_fonts(void) {
    return rebound_load(&functions_of_fontconfig, NULL) == REBOUND_LOADED ? fonts : NULL;
}

int rebound_font_count(void) {
    const FcFontSet *found = installed_fonts();
    return found ? found->count : -1;
}

size_t rebound_missing_characters(uint32_t *characters, size_t count) {
    if (!installed_fonts()) return 0;
    size_t missing = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_there = false;
        for (int font = 0; font < fonts->count && !is_there; font++) {
            FcCharSet *set = NULL;
            is_there = fontconfig.FcPatternGetCharSet(fonts->fonts[font], "charset", 0, &set) == 0 && set
                && fontconfig.FcCharSetHasChar(set, characters[i]);
        }
        if (!is_there) characters[missing++] = characters[i];
    }
    return missing;
}
