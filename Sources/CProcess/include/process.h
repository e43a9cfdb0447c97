// What a process was started with, as the system handed it over.
#pragma once

#include <stdbool.h>

/// The number of arguments, the program's name included; 0 when the process was started with none at all.
int rebound_argument_count(void);

/// The argument at an index below `rebound_argument_count()`.
const char *rebound_argument(int index);

/// Raises the soft limit of open files where it is low and may be raised; false if too few are left to run.
bool rebound_reserve_descriptors(void);

/// Keeps the process from being written to disk when it crashes, and makes sure that descriptors 0 to 2 are taken, so that
/// no file that is opened later is written to in place of standard output. Reading and writing one that was closed fails.
void rebound_secure_process(void);

/// Lets SQLite take names of files as URIs, in which any byte can be written; to be called before it is used.
void rebound_let_sqlite_read_uris(void);

/// Runs a program of the search path with one argument, without any of our files, and waits until it ends; false unless it
/// ran and was content.
bool rebound_run_program(const char *name, const char *argument);
