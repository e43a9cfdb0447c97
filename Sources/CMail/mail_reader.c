#include "mail_reader.h"
