#include "archive_reader.h"
