#include "csystem.h"

#include <signal.h>
#include <sys/ioctl.h>

int presslog_terminal_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void presslog_ignore_broken_pipes(void) { signal(SIGPIPE, SIG_IGN); }
