#include "include/fonts.h"

#include <dlfcn.h>

// The part of Fontconfig that is used. Pango brings the library; it is loaded when it is first asked.
typedef struct FcPattern FcPattern;
typedef struct FcObjectSet FcObjectSet;
typedef struct FcCharSet FcCharSet;
typedef struct {
    int count, capacity;
    FcPattern **fonts;
} FcFontSet;

static struct {
    FcPattern *(*create_pattern)(void);
    FcObjectSet *(*create_objects)(void);
    int (*add_object)(FcObjectSet *, const char *);
    FcFontSet *(*list)(void *config, FcPattern *, FcObjectSet *);
    int (*char_set)(const FcPattern *, const char *, int, FcCharSet **);
    int (*has_char)(const FcCharSet *, uint32_t);
} fontconfig;

static bool load_fontconfig(void) {
    void *library = dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) return false;
    *(void **)&fontconfig.create_pattern = dlsym(library, "FcPatternCreate");
    *(void **)&fontconfig.create_objects = dlsym(library, "FcObjectSetCreate");
    *(void **)&fontconfig.add_object = dlsym(library, "FcObjectSetAdd");
    *(void **)&fontconfig.list = dlsym(library, "FcFontList");
    *(void **)&fontconfig.char_set = dlsym(library, "FcPatternGetCharSet");
    *(void **)&fontconfig.has_char = dlsym(library, "FcCharSetHasChar");
    return fontconfig.create_pattern && fontconfig.create_objects && fontconfig.add_object && fontconfig.list
        && fontconfig.char_set && fontconfig.has_char;
}

/// All fonts with the characters they have; NULL without Fontconfig. Lives as long as the process.
static const FcFontSet *installed_fonts(void) {
    // Two threads that ask at once both get a list; neither is freed.
    static const FcFontSet *_Atomic fonts;
    if (!fonts && load_fontconfig()) {
        FcObjectSet *objects = fontconfig.create_objects();
        fontconfig.add_object(objects, "charset");
        fontconfig.add_object(objects, "family");
        fonts = fontconfig.list(NULL, fontconfig.create_pattern(), objects);
    }
    return fonts;
}

int rebound_font_count(void) {
    const FcFontSet *fonts = installed_fonts();
    return fonts ? fonts->count : -1;
}

size_t rebound_missing_characters(uint32_t *characters, size_t count) {
    const FcFontSet *fonts = installed_fonts();
    if (!fonts) return 0;
    size_t missing = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_there = false;
        for (int font = 0; font < fonts->count && !is_there; font++) {
            FcCharSet *set = NULL;
            is_there = fontconfig.char_set(fonts->fonts[font], "charset", 0, &set) == 0 && set
                && fontconfig.has_char(set, characters[i]);
        }
        if (!is_there) characters[missing++] = characters[i];
    }
    return missing;
}
