#include "calendar_writer.h"
