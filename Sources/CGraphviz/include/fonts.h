// What the installed fonts can show, as Fontconfig tells it.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// How many fonts are installed; -1 if Fontconfig cannot be loaded.
int rebound_font_count(void);

/// Moves the characters that no installed font has to the front of `characters`, in their order.
///
/// Returns how many they are; 0 if Fontconfig cannot be loaded. Takes O(characters x fonts).
size_t rebound_missing_characters(uint32_t *characters, size_t count);
