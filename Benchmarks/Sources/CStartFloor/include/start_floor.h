#ifndef START_FLOOR_H
#define START_FLOOR_H

/* Calls the libraries that presslog is linked with, so that the linker keeps them. */
int start_floor_libraries(int argument_count);

#endif
