/* run-measured RESULT PROGRAM [ARGUMENT ...]
 *
 * Runs a program and writes into the file RESULT, as a line of JSON, what it took. Whoever measures does
 * not start the program itself, since Linux counts a parent's memory at the start into its child's peak;
 * this parent is small. */
#define _GNU_SOURCE
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double seconds_now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds_of(struct timeval time) {
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static int write_result(const char *path, double wall, const struct rusage *usage) {
    FILE *file = fopen(path, "w");
    if (!file) return -1;
    double cpu = seconds_of(usage->ru_utime) + seconds_of(usage->ru_stime);
    fprintf(file, "{\"wallSeconds\":%.9f,\"cpuSeconds\":%.6f,\"peakMegabytes\":%.3f}\n", wall, cpu,
            (double)usage->ru_maxrss * 1024 / 1e6);
    return fclose(file);
}

int main(int argument_count, char **arguments) {
    if (argument_count < 3) {
        fputs("usage: run-measured RESULT PROGRAM [ARGUMENT ...]\n", stderr);
        return 64;
    }
    double started = seconds_now();
    pid_t process;
    int failure = posix_spawnp(&process, arguments[2], NULL, NULL, arguments + 2, environ);
    if (failure) {
        fprintf(stderr, "%s: %s\n", arguments[2], strerror(failure));
        return 127;
    }
    int status = 0;
    struct rusage usage;
    while (wait4(process, &status, 0, &usage) < 0) {
        if (errno == EINTR) continue;
        perror("wait4");
        return 71;
    }
    double wall = seconds_now() - started;
    if (!WIFEXITED(status)) return 128 + WTERMSIG(status);
    if (write_result(arguments[1], wall, &usage)) {
        perror(arguments[1]);
        return 73;
    }
    return WEXITSTATUS(status);
}
