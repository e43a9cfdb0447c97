#include "calendar_writer.h"

#include <dlfcn.h>
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

struct rebound_calendar {
#define DECLARE(function) __typeof__(&function) function;
    EACH_FUNCTION(DECLARE)
#undef DECLARE
    icalcomponent *root;
    icalcomponent *entry;
    char *text;
};

static bool load(rebound_calendar *calendar, void *library) {
#define FIND(function)                                                                                             \
    calendar->function = (__typeof__(&function))dlsym(library, #function);                                         \
    if (!calendar->function) return false;
    EACH_FUNCTION(FIND)
#undef FIND
    return true;
}

static void add(rebound_calendar *calendar, icalcomponent *component, icalproperty_kind kind, icalvalue *value) {
    icalproperty *property = calendar->icalproperty_new(kind);
    calendar->icalproperty_set_value(property, value);
    calendar->icalcomponent_add_property(component, property);
}

static void add_line(rebound_calendar *calendar, icalcomponent *component, const char *line) {
    calendar->icalcomponent_add_property(component, calendar->icalproperty_new_from_string(line));
}

rebound_calendar *rebound_calendar_open(const char *name_of_library, const char *product, const char *name) {
    // Never unloaded: the library keeps memory of its own for the life of the process.
    void *library = dlopen(name_of_library, RTLD_LAZY | RTLD_LOCAL);
    if (!library) return NULL;
    rebound_calendar *calendar = calloc(1, sizeof *calendar);
    if (!calendar || !load(calendar, library)) {
        free(calendar);
        dlclose(library);
        return NULL;
    }
    // Some builds of libical abort at the first mistake.
    calendar->icalerror_set_errors_are_fatal(false);
    calendar->root = calendar->icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    add_line(calendar, calendar->root, "VERSION:2.0");
    add(calendar, calendar->root, ICAL_PRODID_PROPERTY, calendar->icalvalue_new_text(product));
    add_line(calendar, calendar->root, "CALSCALE:GREGORIAN");
    // The name of RFC 7986, and the older one that more calendars show.
    add(calendar, calendar->root, ICAL_NAME_PROPERTY, calendar->icalvalue_new_text(name));
    icalproperty *title = calendar->icalproperty_new(ICAL_X_PROPERTY);
    calendar->icalproperty_set_x_name(title, "X-WR-CALNAME");
    calendar->icalproperty_set_value(title, calendar->icalvalue_new_x(name));
    calendar->icalcomponent_add_property(calendar->root, title);
    return calendar;
}

static void begin(rebound_calendar *calendar, icalcomponent_kind kind, const char *line) {
    calendar->entry = calendar->icalcomponent_new(kind);
    calendar->icalcomponent_add_component(calendar->root, calendar->entry);
    add_line(calendar, calendar->entry, line);
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
    add(calendar, calendar->entry, kinds[property], calendar->icalvalue_new_text(text));
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
        .zone = moment.is_utc ? calendar->icaltimezone_get_utc_timezone() : NULL,
    };
    add(calendar, calendar->entry, kinds[property],
        moment.is_day ? calendar->icalvalue_new_date(time) : calendar->icalvalue_new_datetime(time));
}

void rebound_calendar_add_sequence(rebound_calendar *calendar, int number) {
    add(calendar, calendar->entry, ICAL_SEQUENCE_PROPERTY, calendar->icalvalue_new_integer(number));
}

const char *rebound_calendar_written(rebound_calendar *calendar) {
    if (calendar->text) calendar->icalmemory_free_buffer(calendar->text);
    calendar->text = calendar->icalcomponent_as_ical_string_r(calendar->root);
    return calendar->text;
}

void rebound_calendar_close(rebound_calendar *calendar) {
    if (calendar->text) calendar->icalmemory_free_buffer(calendar->text);
    calendar->icalcomponent_free(calendar->root);
    free(calendar);
}
