#include "mail_reader.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

// The part of gmime's interface that is used, after the headers of gmime 3.2 and of GLib 2.68 (GObject, GDateTime).
// The objects are opaque here; gboolean is int, gint64 is int64_t, GType is size_t. The names stay the same as long
// as the library is called libgmime-3.0.so.0.
#define INTERFACE(each)                                                                             \
    each(g_mime_init, void, (void))                                                                 \
    each(g_mime_parser_options_new, void *, (void))                                                 \
    each(g_mime_parser_options_set_fallback_charsets, void, (void *options, const char **charsets)) \
    each(g_mime_stream_mem_new_with_buffer, void *, (const char *bytes, size_t length))             \
    each(g_mime_parser_new_with_stream, void *, (void *stream))                                     \
    each(g_mime_parser_construct_message, void *, (void *parser, void *options))                    \
    each(g_mime_object_get_header, const char *, (void *object, const char *name))                  \
    each(g_mime_message_get_mime_part, void *, (void *message))                                     \
    each(g_mime_message_get_addresses, void *, (void *message, int type))                           \
    each(internet_address_list_length, int, (void *list))                                           \
    each(internet_address_list_get_address, void *, (void *list, int index))                        \
    each(internet_address_get_name, const char *, (void *address))                                  \
    each(internet_address_group_get_type, size_t, (void))                                           \
    each(internet_address_group_get_members, void *, (void *group))                                 \
    each(internet_address_mailbox_get_addr, const char *, (void *mailbox))                          \
    each(g_mime_multipart_get_type, size_t, (void))                                                 \
    each(g_mime_multipart_get_count, int, (void *multipart))                                        \
    each(g_mime_multipart_get_part, void *, (void *multipart, int index))                           \
    each(g_mime_text_part_get_type, size_t, (void))                                                 \
    each(g_mime_text_part_get_text, char *, (void *part))                                           \
    each(g_mime_object_get_content_type, void *, (void *object))                                    \
    each(g_mime_content_type_is_type, int, (void *type, const char *media, const char *subtype))    \
    each(g_mime_object_get_disposition, const char *, (void *object))                               \
    each(g_mime_utils_header_decode_date, void *, (const char *text))                               \
    each(g_date_time_to_unix, int64_t, (void *date))                                                \
    each(g_date_time_get_utc_offset, int64_t, (void *date))                                         \
    each(g_date_time_unref, void, (void *date))                                                     \
    each(g_type_check_instance_is_a, int, (void *instance, size_t type))                            \
    each(g_object_unref, void, (void *object))                                                      \
    each(g_free, void, (void *memory))

static struct {
#define MEMBER(name, type, parameters) type (*name) parameters;
    INTERFACE(MEMBER)
} gmime;

// Deeper groups and longer lists are no one's mail; gmime's parser calls itself for every group in a group.
enum { most_colons = 64, most_addresses = 1000 };

struct rebound_mail {
    void *message;
    char *texts[rebound_mail_texts];
    bool has_texts;
    rebound_mail_address *addresses;
};

static void *parser_options;

static void prepare(void)
{
    gmime.g_mime_init();
    parser_options = gmime.g_mime_parser_options_new();
    // Without this the locale would decide what undeclared bytes mean.
    const char *charsets[] = {"utf-8", "windows-1252", NULL};
    gmime.g_mime_parser_options_set_fallback_charsets(parser_options, charsets);
}

REBOUND_FUNCTIONS(gmime, INTERFACE, REBOUND_GMIME, prepare)

enum rebound_loaded rebound_mail_load(void) { return rebound_load(&functions_of_gmime, NULL); }

static bool begins(const char *bytes, const char *end, const char *word)
{
    const size_t length = strlen(word);
    return (size_t)(end - bytes) >= length && strncasecmp(bytes, word, length) == 0;
}

// Whether a line begins a field that gmime takes for addresses.
static bool is_address_field(const char *line, const char *end)
{
    static const char *const fields[] = {"from:",     "to:",      "cc:",       "bcc:",       "sender:",
                                         "reply-to:", "resent-",  "from ",     "to ",        "cc ",
                                         "bcc ",      "sender ",  "reply-to ", "disposition-notification-to"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (begins(line, end, fields[i])) return true;
    }
    return false;
}

// Whether other mails lie inside of a mail, whose headers are read as well.
static bool has_mails(const char *bytes, const char *end)
{
    for (const char *slash = bytes; slash < end && (slash = memchr(slash, '/', (size_t)(end - slash))); slash++) {
        if (slash - bytes >= 7 && strncasecmp(slash - 7, "message", 7) == 0) return true;
        if (begins(slash, end, "/digest")) return true;
    }
    return false;
}

// Takes the colons out of address fields that have very many, folded lines taken together. A text is left as it is,
// unless it holds other mails with such fields.
static void limit_colons(char *bytes, size_t length)
{
    const char *end = bytes + length;
    const bool reads_bodies = has_mails(bytes, end);
    bool is_header = true, is_field = false;
    int colons = 0;
    for (char *line = bytes; line < end && (is_header || reads_bodies);) {
        char *next = memchr(line, '\n', (size_t)(end - line));
        next = next == NULL ? bytes + length : next + 1;
        if (*line == '\n' || *line == '\r') {
            is_header = is_field = false;
        } else if (*line != ' ' && *line != '\t') {
            is_field = is_address_field(line, end);
            colons = 0;
        }
        for (char *byte = line; is_field && byte < next; byte++) {
            if (*byte == ':' && ++colons > most_colons) *byte = ' ';
        }
        line = next;
    }
}

rebound_mail *rebound_mail_parse(const char *bytes, size_t length)
{
    char *copy = malloc(length + 1);
    rebound_mail *mail = calloc(1, sizeof *mail);
    if (copy != NULL && mail != NULL) {
        if (length > 0) memcpy(copy, bytes, length);
        limit_colons(copy, length);
        void *stream = gmime.g_mime_stream_mem_new_with_buffer(copy, length);
        void *parser = gmime.g_mime_parser_new_with_stream(stream);
        mail->message = gmime.g_mime_parser_construct_message(parser, parser_options);
        gmime.g_object_unref(parser);
        gmime.g_object_unref(stream);
    }
    free(copy);
    if (mail != NULL && mail->message == NULL) {
        free(mail);
        mail = NULL;
    }
    return mail;
}

void rebound_mail_free(rebound_mail *mail)
{
    if (mail == NULL) return;
    gmime.g_object_unref(mail->message);
    for (int i = 0; i < rebound_mail_texts; i++) {
        if (mail->texts[i] != NULL) gmime.g_free(mail->texts[i]);
    }
    free(mail->addresses);
    free(mail);
}

const char *rebound_mail_header(const rebound_mail *mail, const char *name)
{
    const char *value = gmime.g_mime_object_get_header(mail->message, name);
    if (value != NULL) return value;
    // gmime hands the fields about the content to the part that they describe.
    void *part = gmime.g_mime_message_get_mime_part(mail->message);
    return part == NULL ? NULL : gmime.g_mime_object_get_header(part, name);
}

static void collect(void *list, rebound_mail_address *addresses, size_t *count)
{
    const int length = list == NULL ? 0 : gmime.internet_address_list_length(list);
    for (int i = 0; i < length && *count < most_addresses; i++) {
        void *address = gmime.internet_address_list_get_address(list, i);
        if (gmime.g_type_check_instance_is_a(address, gmime.internet_address_group_get_type())) {
            collect(gmime.internet_address_group_get_members(address), addresses, count);
            continue;
        }
        const char *text = gmime.internet_address_mailbox_get_addr(address);
        if (text == NULL) continue;
        addresses[*count].name = gmime.internet_address_get_name(address);
        addresses[*count].address = text;
        *count += 1;
    }
}

const rebound_mail_address *rebound_mail_addresses(rebound_mail *mail, int field, size_t *count)
{
    *count = 0;
    if (mail->addresses == NULL) mail->addresses = calloc(most_addresses, sizeof *mail->addresses);
    if (mail->addresses != NULL) {
        collect(gmime.g_mime_message_get_addresses(mail->message, field), mail->addresses, count);
    }
    return mail->addresses;
}

// Which kind of text a part is, as one of the numbers of `rebound_mail_text`; -1 for everything else.
static int kind_of_text(void *part)
{
    if (!gmime.g_type_check_instance_is_a(part, gmime.g_mime_text_part_get_type())) return -1;
    void *type = gmime.g_mime_object_get_content_type(part);
    if (type == NULL) return -1;
    const char *disposition = gmime.g_mime_object_get_disposition(part);
    if (disposition != NULL && strcasecmp(disposition, "attachment") == 0) return -1;
    if (gmime.g_mime_content_type_is_type(type, "text", "plain")) return rebound_mail_plain;
    if (gmime.g_mime_content_type_is_type(type, "text", "html")) return rebound_mail_html;
    return gmime.g_mime_content_type_is_type(type, "text", "calendar") ? rebound_mail_calendar : -1;
}

// Keeps the first text of each kind; what another mail inside says is not this mail's. gmime nests at most 1,024 deep.
static void find_texts(rebound_mail *mail, void *part)
{
    if (part == NULL) return;
    if (gmime.g_type_check_instance_is_a(part, gmime.g_mime_multipart_get_type())) {
        const int count = gmime.g_mime_multipart_get_count(part);
        for (int i = 0; i < count; i++) find_texts(mail, gmime.g_mime_multipart_get_part(part, i));
        return;
    }
    const int kind = kind_of_text(part);
    if (kind >= 0 && mail->texts[kind] == NULL) mail->texts[kind] = gmime.g_mime_text_part_get_text(part);
}

const char *rebound_mail_text(rebound_mail *mail, int kind)
{
    if (!mail->has_texts) find_texts(mail, gmime.g_mime_message_get_mime_part(mail->message));
    mail->has_texts = true;
    return mail->texts[kind];
}

bool rebound_mail_decode_date(const char *text, int64_t *seconds_since_1970, int64_t *offset_seconds)
{
    void *date = gmime.g_mime_utils_header_decode_date(text);
    if (date == NULL) return false;
    *seconds_since_1970 = gmime.g_date_time_to_unix(date);
    *offset_seconds = gmime.g_date_time_get_utc_offset(date) / 1000000;
    gmime.g_date_time_unref(date);
    return true;
}
