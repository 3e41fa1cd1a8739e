/* append-floor GROUP REPETITIONS LOG
 *
 * The least that durable appends can take: the bytes of GROUP lines in one write, one fdatasync, and that
 * as often as told, into a file of its own beside the log. The line is the first of LOG, so that as many
 * bytes are written as the log writes. Prints the same line of JSON as time-log. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double seconds_of(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* The first line of the log, again and again; NULL where there is none. */
static char *group_of_lines(const char *log, long group, size_t *size) {
    char path[4096];
    snprintf(path, sizeof path, "%s/00000000000000000001.jsonl", log);
    FILE *segment = fopen(path, "rb");
    char *line = NULL;
    size_t room = 0;
    ssize_t length = segment ? getline(&line, &room, segment) : -1;
    if (segment) fclose(segment);
    char *lines = length > 0 ? malloc((size_t)length * (size_t)group) : NULL;
    if (!lines) return NULL;
    for (long i = 0; i < group; i++) memcpy(lines + i * length, line, (size_t)length);
    free(line);
    *size = (size_t)length * (size_t)group;
    return lines;
}

int main(int argument_count, char **arguments) {
    long group = argument_count == 4 ? strtol(arguments[1], NULL, 10) : 0;
    long repetitions = group ? strtol(arguments[2], NULL, 10) : 0;
    if (group < 1 || repetitions < 1) {
        fputs("usage: append-floor GROUP REPETITIONS LOG\n", stderr);
        return 64;
    }
    size_t size = 0;
    char *lines = group_of_lines(arguments[3], group, &size);
    char path[4096];
    snprintf(path, sizeof path, "%s.floor", arguments[3]);
    int file = lines ? open(path, O_WRONLY | O_CREAT | O_APPEND, 0644) : -1;
    if (file < 0 || fsync(file)) {
        perror(arguments[3]);
        return 66;
    }
    double syncing = 0;
    double wall = seconds_of(CLOCK_MONOTONIC), cpu = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    for (long i = 0; i < repetitions; i++) {
        if (write(file, lines, size) != (ssize_t)size) return 74;
        double begun = seconds_of(CLOCK_MONOTONIC);
        if (fdatasync(file)) return 74;
        syncing += seconds_of(CLOCK_MONOTONIC) - begun;
    }
    wall = seconds_of(CLOCK_MONOTONIC) - wall;
    cpu = seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    printf("{\"items\":%ld,\"seconds\":%.9f,\"cpuSeconds\":%.9f,\"syncSeconds\":%.9f}\n", group, wall, cpu,
           syncing);
    return 0;
}
