/* Takes the place of the C library's malloc in a program that is linked with it, and counts. */
#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

/* How often the program asked for memory until now, the libraries that it uses included. A call of
 * realloc counts as one, so that what grows step by step is seen. */
long allocation_count(void);

#endif
