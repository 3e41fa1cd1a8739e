/* Makes one system call on a store's files fail, or ends the process at it: for the tests, which
 * compile it and load it into the program under test (LD_PRELOAD).
 *
 *   FAULT       kill, EIO, ENOSPC, EROFS, or short (a write that takes half of what it was given)
 *   FAULT_CALL  write (pwrite), sync (fsync, fdatasync), rename, truncate, open (to create), or any
 *   FAULT_AT    at which of these calls, from 1
 *   FAULT_PATH  only calls on paths that contain this
 *   FAULT_MARK  a file that is created when the call was reached
 *
 * Later calls go on as they were: on Linux a second fdatasync after a failed one succeeds. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static atomic_int calls;

/* What is to happen to this call: 0 nothing, -1 half of a write, else the value of errno. */
static int fault(const char *call, const char *path) {
  const char *fault = getenv("FAULT"), *at = getenv("FAULT_AT"), *wanted = getenv("FAULT_CALL");
  const char *part = getenv("FAULT_PATH"), *mark = getenv("FAULT_MARK");
  if (!fault || !at || (wanted && strcmp(wanted, "any") && strcmp(wanted, call))) return 0;
  if (part && !strstr(path, part)) return 0;
  if (atomic_fetch_add(&calls, 1) + 1 != atoi(at)) return 0;
  if (mark) close(REAL(open)(mark, O_CREAT | O_WRONLY, 0644));
  if (!strcmp(fault, "kill")) kill(getpid(), SIGKILL);
  if (!strcmp(fault, "ENOSPC")) return ENOSPC;
  if (!strcmp(fault, "EROFS")) return EROFS;
  if (!strcmp(fault, "short")) return !strcmp(call, "write") ? -1 : 0;
  return EIO;
}

static int fault_of_file(const char *call, int descriptor) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t count = readlink(link, path, sizeof path - 1);
  path[count < 0 ? 0 : count] = 0;
  return fault(call, path);
}

#define FAIL_IF(fault) \
  do { \
    int error = (fault); \
    if (error > 0) { errno = error; return -1; } \
  } while (0)

static ssize_t write_some(
    ssize_t (*real)(int, const void *, size_t, off_t), int fd, const void *bytes, size_t count,
    off_t offset) {
  int error = fault_of_file("write", fd);
  if (error > 0) { errno = error; return -1; }
  return real(fd, bytes, error < 0 && count > 1 ? count / 2 : count, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
  return write_some(REAL(pwrite), fd, bytes, count, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
  return write_some(REAL(pwrite), fd, bytes, count, offset);
}

int fdatasync(int fd) {
  FAIL_IF(fault_of_file("sync", fd));
  return REAL(fdatasync)(fd);
}

int fsync(int fd) {
  FAIL_IF(fault_of_file("sync", fd));
  return REAL(fsync)(fd);
}

int ftruncate(int fd, off_t size) {
  FAIL_IF(fault_of_file("truncate", fd));
  return REAL(ftruncate)(fd, size);
}

int ftruncate64(int fd, off64_t size) {
  FAIL_IF(fault_of_file("truncate", fd));
  return REAL(ftruncate)(fd, size);
}

int rename(const char *from, const char *to) {
  FAIL_IF(fault("rename", to));
  return REAL(rename)(from, to);
}

static int open_file(const char *path, int flags, mode_t mode) {
  if (flags & O_CREAT) FAIL_IF(fault("open", path));
  return REAL(open)(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open_file(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open_file(path, flags, mode);
}
