#define _GNU_SOURCE
#include "csystem.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static struct flock whole_file(short type) {
  struct flock lock;
  memset(&lock, 0, sizeof lock); /* l_pid must be 0 for OFD locks */
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  return lock;
}

int presslog_lock_exclusive(int descriptor) {
  struct flock lock = whole_file(F_WRLCK);
  return fcntl(descriptor, F_OFD_SETLK, &lock);
}

int presslog_unlock(int descriptor) {
  struct flock lock = whole_file(F_UNLCK);
  return fcntl(descriptor, F_OFD_SETLK, &lock);
}

int presslog_is_locked(int descriptor) {
  struct flock lock = whole_file(F_WRLCK);
  if (fcntl(descriptor, F_OFD_GETLK, &lock) < 0) return -1;
  return lock.l_type != F_UNLCK;
}
