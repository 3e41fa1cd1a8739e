/* Makes one call on a store's files fail, or ends the process at it: for the tests, which compile
 * this and load it into the program under test (LD_PRELOAD).
 *
 *   FAULT       kill; EIO, ENOSPC, EROFS; short (half of what a read or write was given); dead (EIO
 *               from this call on, a device that is gone); full (ENOSPC at whatever needs room from
 *               this call on); vanish (the store's folder gets another name, and the call goes on)
 *   FAULT_CALL  read, write, sync, truncate, open, close, stat, rename, unlink, link, mkdir, list, map,
 *               lock, own; change (write, sync, truncate, rename, or open to create); or any
 *   FAULT_AT    at which of these calls, from 1
 *   FAULT_PATH  only calls on paths that contain this
 *   FAULT_STORE the folder that vanishes: it is called this and .gone then
 *   FAULT_MARK  a file that is created when the call was reached
 *   FAULT_LIST  a file to which a line is added for each such call: what it was, and the path
 *
 * Later calls go on as they were, but for dead and full: on Linux a second fdatasync after a failed
 * one succeeds. What libc does within itself (fts, stdio) is not seen. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static atomic_int calls;

static void note(const char *list, const char *call, const char *path) {
  char line[4200];
  int count = snprintf(line, sizeof line, "%s %s\n", call, path);
  int file = REAL(open)(list, O_CREAT | O_APPEND | O_WRONLY | O_CLOEXEC, 0644);
  if (file < 0) return;
  if (REAL(write)(file, line, count) != count) abort();
  REAL(close)(file);
}

static int is_change(const char *call, int needs_room) {
  return !strcmp(call, "write") || !strcmp(call, "sync") || !strcmp(call, "truncate")
      || !strcmp(call, "rename") || (!strcmp(call, "open") && needs_room);
}

static int is_wanted(const char *wanted, const char *call, int needs_room) {
  if (!wanted || !strcmp(wanted, "any")) return 1;
  return !strcmp(wanted, "change") ? is_change(call, needs_room) : !strcmp(wanted, call);
}

/* What is to happen to this call: 0 nothing, -1 half of it, else the value of errno. */
static int fault(const char *call, const char *path, int needs_room) {
  const char *fault = getenv("FAULT"), *at = getenv("FAULT_AT"), *wanted = getenv("FAULT_CALL");
  const char *part = getenv("FAULT_PATH"), *mark = getenv("FAULT_MARK");
  const char *list = getenv("FAULT_LIST");
  if (!fault || !at || !is_wanted(wanted, call, needs_room)) return 0;
  if (part && !strstr(path, part)) return 0;
  if (list) note(list, call, path);
  int number = atomic_fetch_add(&calls, 1) + 1, first = atoi(at);
  int stays = !strcmp(fault, "dead") || !strcmp(fault, "full");
  if (number != first && !(stays && first > 0 && number > first)) return 0;
  if (mark && number == first) {
    REAL(close)(REAL(open)(mark, O_CREAT | O_WRONLY | O_CLOEXEC, 0644));
  }
  if (!strcmp(fault, "kill")) kill(getpid(), SIGKILL);
  if (!strcmp(fault, "vanish")) {
    const char *store = getenv("FAULT_STORE");
    char gone[4096];
    snprintf(gone, sizeof gone, "%s.gone", store);
    if (REAL(rename)(store, gone)) abort();
    return 0;
  }
  if (!strcmp(fault, "ENOSPC")) return ENOSPC;
  if (!strcmp(fault, "full")) return needs_room ? ENOSPC : 0;
  if (!strcmp(fault, "EROFS")) return EROFS;
  if (!strcmp(fault, "short")) return !strcmp(call, "write") || !strcmp(call, "read") ? -1 : 0;
  return EIO;
}

static int fault_of_file(const char *call, int descriptor, int needs_room) {
  char link[64], path[4096];
  int before = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t count = REAL(readlink)(link, path, sizeof path - 1);
  path[count < 0 ? 0 : count] = 0;
  errno = before;
  return fault(call, path, needs_room);
}

#define FAIL_WITH(result, fault) \
  do { \
    int failure = (fault); \
    if (failure > 0) { errno = failure; return result; } \
  } while (0)
#define FAIL_IF(fault) FAIL_WITH(-1, fault)
#define HALF_IF(fault, count) \
  do { \
    int failure = (fault); \
    if (failure > 0) { errno = failure; return -1; } \
    if (failure < 0 && count > 1) count /= 2; \
  } while (0)

#define WRITE_AT(name, offset_type) \
  ssize_t name(int fd, const void *bytes, size_t count, offset_type offset) { \
    HALF_IF(fault_of_file("write", fd, 1), count); \
    return REAL(name)(fd, bytes, count, offset); \
  }
WRITE_AT(pwrite, off_t)
WRITE_AT(pwrite64, off64_t)

ssize_t write(int fd, const void *bytes, size_t count) {
  HALF_IF(fault_of_file("write", fd, 1), count);
  return REAL(write)(fd, bytes, count);
}

#define READ_AT(name, offset_type) \
  ssize_t name(int fd, void *bytes, size_t count, offset_type offset) { \
    HALF_IF(fault_of_file("read", fd, 0), count); \
    return REAL(name)(fd, bytes, count, offset); \
  }
READ_AT(pread, off_t)
READ_AT(pread64, off64_t)

ssize_t read(int fd, void *bytes, size_t count) {
  HALF_IF(fault_of_file("read", fd, 0), count);
  return REAL(read)(fd, bytes, count);
}

#define ON_FILE(name, call) \
  int name(int fd) { \
    FAIL_IF(fault_of_file(call, fd, 0)); \
    return REAL(name)(fd); \
  }
ON_FILE(fdatasync, "sync")
ON_FILE(fsync, "sync")

/* The descriptor is given back, as Linux does. */
int close(int fd) {
  int error = fault_of_file("close", fd, 0);
  int result = REAL(close)(fd);
  FAIL_IF(error);
  return result;
}

#define TRUNCATE(name, size_type) \
  int name(int fd, size_type size) { \
    FAIL_IF(fault_of_file("truncate", fd, 0)); \
    return REAL(name)(fd, size); \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define STAT_FILE(name, type) \
  int name(int fd, struct type *status) { \
    FAIL_IF(fault_of_file("stat", fd, 0)); \
    return REAL(name)(fd, status); \
  }
#define STAT_PATH(name, type) \
  int name(const char *path, struct type *status) { \
    FAIL_IF(fault("stat", path, 0)); \
    return REAL(name)(path, status); \
  }
STAT_FILE(fstat, stat)
STAT_FILE(fstat64, stat64)
STAT_PATH(stat, stat)
STAT_PATH(stat64, stat64)
STAT_PATH(lstat, stat)
STAT_PATH(lstat64, stat64)

int access(const char *path, int mode) {
  FAIL_IF(fault("stat", path, 0));
  return REAL(access)(path, mode);
}

ssize_t readlink(const char *path, char *target, size_t count) {
  FAIL_IF(fault("stat", path, 0));
  return REAL(readlink)(path, target, count);
}

#define TWO_PATHS(name, call) \
  int name(const char *from, const char *to) { \
    FAIL_IF(fault(call, to, 1)); \
    return REAL(name)(from, to); \
  }
TWO_PATHS(rename, "rename")
TWO_PATHS(symlink, "link")
TWO_PATHS(link, "link")

#define REMOVE(name) \
  int name(const char *path) { \
    FAIL_IF(fault("unlink", path, 0)); \
    return REAL(name)(path); \
  }
REMOVE(unlink)
REMOVE(rmdir)
REMOVE(remove)

int mkdir(const char *path, mode_t mode) {
  FAIL_IF(fault("mkdir", path, 1));
  return REAL(mkdir)(path, mode);
}

DIR *opendir(const char *path) {
  FAIL_WITH(NULL, fault("list", path, 0));
  return REAL(opendir)(path);
}

struct dirent *readdir(DIR *folder) {
  FAIL_WITH(NULL, fault_of_file("list", dirfd(folder), 0));
  return REAL(readdir)(folder);
}

#define MAP(name, offset_type) \
  void *name(void *at, size_t count, int access, int flags, int fd, offset_type offset) { \
    if (fd >= 0) FAIL_WITH(MAP_FAILED, fault_of_file("map", fd, 0)); \
    return REAL(name)(at, count, access, flags, fd, offset); \
  }
MAP(mmap, off_t)
MAP(mmap64, off64_t)

static int is_lock(int command) {
  return command == F_SETLK || command == F_SETLKW || command == F_GETLK
      || command == F_OFD_SETLK || command == F_OFD_SETLKW || command == F_OFD_GETLK;
}

#define CONTROL(name) \
  int name(int fd, int command, ...) { \
    va_list more; \
    va_start(more, command); \
    void *argument = va_arg(more, void *); \
    va_end(more); \
    if (is_lock(command)) FAIL_IF(fault_of_file("lock", fd, 0)); \
    return REAL(name)(fd, command, argument); \
  }
CONTROL(fcntl)
CONTROL(fcntl64)

int fchown(int fd, uid_t owner, gid_t group) {
  FAIL_IF(fault_of_file("own", fd, 0));
  return REAL(fchown)(fd, owner, group);
}

int fchmod(int fd, mode_t mode) {
  FAIL_IF(fault_of_file("own", fd, 0));
  return REAL(fchmod)(fd, mode);
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    va_list more; \
    va_start(more, flags); \
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0; \
    va_end(more); \
    FAIL_IF(fault("open", path, flags & O_CREAT)); \
    return REAL(name)(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)
