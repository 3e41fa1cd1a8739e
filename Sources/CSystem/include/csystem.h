#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* CRC-32C (Castagnoli, RFC 3720 appendix B.4) of `count` bytes, continuing from `crc`; 0 to begin.
 * Uses SSE4.2 and PCLMULQDQ where the processor has them. */
uint32_t presslog_crc32c(uint32_t crc, const void *bytes, size_t count);

/* The same by table; for other processors, and for the test that compares both. */
uint32_t presslog_crc32c_table(uint32_t crc, const void *bytes, size_t count);

/* Takes or gives up an open file description lock on the whole of a file (F_OFD_SETLK). Unlike a
 * classic POSIX lock it belongs to the open file, so that two writers in one process exclude each
 * other too. Returns 0, or -1 with errno (EAGAIN where somebody else holds it). */
int presslog_lock_exclusive(int descriptor);
int presslog_unlock(int descriptor);

/* Whether somebody else holds the lock: 1 or 0, or -1 with errno. */
int presslog_is_locked(int descriptor);

/* From now on a write to a pipe that nobody reads fails with EPIPE instead of ending the process. */
void presslog_ignore_broken_pipes(void);

/* The width of the terminal behind a descriptor in columns; 0 where there is none. */
int presslog_terminal_columns(int descriptor);

#endif
