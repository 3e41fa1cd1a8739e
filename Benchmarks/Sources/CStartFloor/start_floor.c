#include "start_floor.h"

extern char *curl_version(void);
extern const char *sqlite3_libversion(void);
extern void xmlInitParser(void);

int start_floor_libraries(int argument_count) {
  if (argument_count < 100) return 0; /* never called: what is measured is loading them */
  xmlInitParser();
  return curl_version()[0] + sqlite3_libversion()[0];
}
