#include "calendar_writer.h"

#include <libical/ical.h>
#include <stdlib.h>

// Every function used of libical; the headers give the types, the loaded library the addresses.
#define EACH_FUNCTION(DO)                                                                                          \
    DO(icalcomponent_new)                                                                                          \
    DO(icalcomponent_free)                                                                                         \
    DO(icalcomponent_add_component)                                                                                \
    DO(icalcomponent_add_property)                                                                                 \
    DO(icalcomponent_as_ical_string_r)                                                                             \
    DO(icalproperty_new)                                                                                           \
    DO(icalproperty_new_from_string)                                                                               \
    DO(icalproperty_set_value)                                                                                     \
    DO(icalproperty_set_x_name)                                                                                    \
    DO(icalvalue_new_text)                                                                                         \
    DO(icalvalue_new_x)                                                                                            \
    DO(icalvalue_new_integer)                                                                                      \
    DO(icalvalue_new_date)                                                                                         \
    DO(icalvalue_new_datetime)                                                                                     \
    DO(icaltimezone_get_utc_timezone)                                                                              \
    DO(icalmemory_free_buffer)                                                                                     \
    DO(icalerror_set_errors_are_fatal)

static struct {
    EACH_FUNCTION(REBOUND_MEMBER)
} ical;

// Some builds of libical abort at the first mistake.
static void prepare(void) { ical.icalerror_set_errors_are_fatal(false); }

REBOUND_FUNCTIONS(ical, EACH_FUNCTION, REBOUND_LIBICAL, prepare)

struct rebound_calendar {
    icalcomponent *root;
    icalcomponent *entry;
    char *text;
};

static void add(icalcomponent *component, icalproperty_kind kind, icalvalue *value) {
    icalproperty *property = ical.icalproperty_new(kind);
    ical.icalproperty_set_value(property, value);
    ical.icalcomponent_add_property(component, property);
}

static void add_line(icalcomponent *component, const char *line) {
    ical.icalcomponent_add_property(component, ical.icalproperty_new_from_string(line));
}

rebound_calendar *rebound_calendar_open(const char *library, const char *product, const char *name) {
    if (rebound_load(&functions_of_ical, library) != REBOUND_LOADED) return NULL;
    rebound_calendar *calendar = calloc(1, sizeof *calendar);
    if (!calendar) return NULL;
    calendar->root = ical.icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    add_line(calendar->root, "VERSION:2.0");
    add(calendar->root, ICAL_PRODID_PROPERTY, ical.icalvalue_new_text(product));
    add_line(calendar->root, "CALSCALE:GREGORIAN");
    // The name of RFC 7986, and the older one that more calendars show.
    add(calendar->root, ICAL_NAME_PROPERTY, ical.icalvalue_new_text(name));
    icalproperty *title = ical.icalproperty_new(ICAL_X_PROPERTY);
    ical.icalproperty_set_x_name(title, "X-WR-CALNAME");
    ical.icalproperty_set_value(title, ical.icalvalue_new_x(name));
    ical.icalcomponent_add_property(calendar->root, title);
    return calendar;
}

static void begin(rebound_calendar *calendar, icalcomponent_kind kind, const char *line) {
    calendar->entry = ical.icalcomponent_new(kind);
    ical.icalcomponent_add_component(calendar->root, calendar->entry);
    add_line(calendar->entry, line);
}

void rebound_calendar_begin_todo(rebound_calendar *calendar) {
    begin(calendar, ICAL_VTODO_COMPONENT, "STATUS:NEEDS-ACTION");
}

void rebound_calendar_begin_event(rebound_calendar *calendar, bool blocks_time) {
    begin(calendar, ICAL_VEVENT_COMPONENT, blocks_time ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT");
}

void rebound_calendar_add_text(rebound_calendar *calendar, rebound_calendar_text property, const char *text) {
    static const icalproperty_kind kinds[] = {
        [REBOUND_CALENDAR_UID] = ICAL_UID_PROPERTY,
        [REBOUND_CALENDAR_SUMMARY] = ICAL_SUMMARY_PROPERTY,
        [REBOUND_CALENDAR_DESCRIPTION] = ICAL_DESCRIPTION_PROPERTY,
        [REBOUND_CALENDAR_CATEGORIES] = ICAL_CATEGORIES_PROPERTY,
    };
    add(calendar->entry, kinds[property], ical.icalvalue_new_text(text));
}

void rebound_calendar_add_time(
    rebound_calendar *calendar, rebound_calendar_time property, rebound_calendar_moment moment) {
    static const icalproperty_kind kinds[] = {
        [REBOUND_CALENDAR_DTSTAMP] = ICAL_DTSTAMP_PROPERTY,
        [REBOUND_CALENDAR_DTSTART] = ICAL_DTSTART_PROPERTY,
        [REBOUND_CALENDAR_DTEND] = ICAL_DTEND_PROPERTY,
        [REBOUND_CALENDAR_DUE] = ICAL_DUE_PROPERTY,
    };
    struct icaltimetype time = {
        .year = moment.year,
        .month = moment.month,
        .day = moment.day,
        .hour = moment.is_day ? 0 : moment.hour,
        .minute = moment.is_day ? 0 : moment.minute,
        .second = moment.is_day ? 0 : moment.second,
        .is_date = moment.is_day,
        .zone = moment.is_utc ? ical.icaltimezone_get_utc_timezone() : NULL,
    };
    add(calendar->entry, kinds[property],
        moment.is_day ? ical.icalvalue_new_date(time) : ical.icalvalue_new_datetime(time));
}

void rebound_calendar_add_sequence(rebound_calendar *calendar, int number) {
    add(calendar->entry, ICAL_SEQUENCE_PROPERTY, ical.icalvalue_new_integer(number));
}

const char *rebound_calendar_written(rebound_calendar *calendar) {
    if (calendar->text) ical.icalmemory_free_buffer(calendar->text);
    calendar->text = ical.icalcomponent_as_ical_string_r(calendar->root);
    return calendar->text;
}

void rebound_calendar_close(rebound_calendar *calendar) {
    if (calendar->text) ical.icalmemory_free_buffer(calendar->text);
    ical.icalcomponent_free(calendar->root);
    free(calendar);
}
