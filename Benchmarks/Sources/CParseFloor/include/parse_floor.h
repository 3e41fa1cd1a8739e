/* The least that reading feeds with libxml2 can take; what Presslog is compared with. */
#ifndef PARSE_FLOOR_H
#define PARSE_FLOOR_H

#include <stddef.h>

/* Prepares libxml2, once in a process. */
void prepare_floor(void);

/* XML through libxml2's push parser, and every field of every item copied into a buffer. Returns the
 * number of items, or -1 where libxml2 refuses the document; so do the others. */
long read_fields(const char *bytes, size_t count);

/* XML through libxml2's push parser, and nothing done with it. */
long read_nothing(const char *bytes, size_t count);

/* Texts in HTML, each ended by a zero byte, through libxml2's HTML parser, and nothing done with them.
 * Returns the number of texts. */
long read_html(const char *bytes, size_t count);

#endif
