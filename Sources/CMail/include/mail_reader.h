#ifndef REBOUND_MAIL_READER_H
#define REBOUND_MAIL_READER_H

#include <optional_library.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// One mail taken apart by gmime 3, which is loaded when it is first needed and not when the program starts.
// All texts are UTF-8 as far as gmime can tell, and belong to the mail.

typedef struct rebound_mail rebound_mail;

typedef struct {
    const char *name;  // decoded; NULL when there is none
    const char *address;
} rebound_mail_address;

// The numbers are those of GMimeAddressType.
enum {
    rebound_mail_sender = 0,
    rebound_mail_from = 1,
    rebound_mail_to = 3,
    rebound_mail_cc = 4,
    rebound_mail_bcc = 5
};

// Loads gmime, once.
enum rebound_loaded rebound_mail_load(void);

// Takes a mail apart, its header alone or all of it; NULL when there is no header. Only after loading.
rebound_mail *rebound_mail_parse(const char *bytes, size_t length);
void rebound_mail_free(rebound_mail *mail);

// A field of the header by its name, unfolded and decoded, of several the first; NULL when there is none.
const char *rebound_mail_header(const rebound_mail *mail, const char *name);

// The mailboxes of an address field, the members of groups among them, at most 1,000.
const rebound_mail_address *rebound_mail_addresses(rebound_mail *mail, int field, size_t *count);

// The kinds of text, and how many there are.
enum { rebound_mail_plain = 0, rebound_mail_html = 1, rebound_mail_calendar = 2, rebound_mail_texts = 3 };

// The first part of a kind that is no attachment and not in another mail inside, decoded; NULL when there is none.
const char *rebound_mail_text(rebound_mail *mail, int kind);

// Reads a date of RFC 5322 and its relatives.
bool rebound_mail_decode_date(const char *text, int64_t *seconds_since_1970, int64_t *offset_seconds);

#endif
