/// Writes iCalendar text (RFC 5545) through libical, which is loaded when the first calendar is opened: a program that
/// writes none does not pay for it, and runs where it is not installed.
#ifndef REBOUND_CALENDAR_WRITER_H
#define REBOUND_CALENDAR_WRITER_H

#include <optional_library.h>
#include <stdbool.h>

/// A calendar while it is written.
typedef struct rebound_calendar rebound_calendar;

/// The properties that hold text. libical escapes it; control characters other than LF must not be in it.
typedef enum {
    REBOUND_CALENDAR_UID,
    REBOUND_CALENDAR_SUMMARY,
    REBOUND_CALENDAR_DESCRIPTION,
    REBOUND_CALENDAR_CATEGORIES
} rebound_calendar_text;

/// The properties that hold a day or a moment.
typedef enum {
    REBOUND_CALENDAR_DTSTAMP,
    REBOUND_CALENDAR_DTSTART,
    REBOUND_CALENDAR_DTEND,
    REBOUND_CALENDAR_DUE
} rebound_calendar_time;

/// A day of the Gregorian calendar, and a time of it.
typedef struct {
    int year, month, day;
    int hour, minute, second;
    /// Only the day counts.
    bool is_day;
    /// The time is UTC; otherwise it is the one of whoever looks.
    bool is_utc;
} rebound_calendar_moment;

/// Loads libical, or the file `library` in its place, and opens an empty calendar with its `PRODID`, `NAME` and `X-WR-CALNAME`.
/// Returns `NULL` when the library cannot be loaded or lacks a function.
rebound_calendar *rebound_calendar_open(const char *library, const char *product, const char *name);

/// Begins the next entry: a `VTODO`, or a `VEVENT` that blocks time or does not.
void rebound_calendar_begin_todo(rebound_calendar *calendar);
void rebound_calendar_begin_event(rebound_calendar *calendar, bool blocks_time);

/// Add a property to the entry begun last.
void rebound_calendar_add_text(rebound_calendar *calendar, rebound_calendar_text property, const char *text);
void rebound_calendar_add_time(
    rebound_calendar *calendar, rebound_calendar_time property, rebound_calendar_moment moment);
void rebound_calendar_add_sequence(rebound_calendar *calendar, int number);

/// The calendar's text, lines folded and ended with CRLF; `NULL` without memory. It lives until the next call or
/// until the calendar is closed.
const char *rebound_calendar_written(rebound_calendar *calendar);

/// Gives everything back.
void rebound_calendar_close(rebound_calendar *calendar);

#endif
