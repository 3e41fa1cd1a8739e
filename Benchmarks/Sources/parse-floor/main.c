/* parse-floor fields|nothing|html REPETITIONS FILE
 *
 * Reads the file into memory once, reads it from there as often as told, and prints a line of JSON:
 * what one pass found, and the seconds of all passes. */
#include "parse_floor.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef long (*Pass)(const char *bytes, size_t count);

static double seconds_of(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static Pass pass_named(const char *name) {
    if (!strcmp(name, "fields")) return read_fields;
    if (!strcmp(name, "nothing")) return read_nothing;
    if (!strcmp(name, "html")) return read_html;
    return NULL;
}

/* The whole file in memory of its own, or NULL. */
static char *contents_of(const char *path, size_t *count) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *bytes = size < 0 ? NULL : malloc((size_t)size + 1);
    *count = bytes ? fread(bytes, 1, (size_t)size, file) : 0;
    fclose(file);
    return bytes;
}

int main(int argument_count, char **arguments) {
    Pass pass = argument_count == 4 ? pass_named(arguments[1]) : NULL;
    long repetitions = pass ? strtol(arguments[2], NULL, 10) : 0;
    if (repetitions < 1) {
        fputs("usage: parse-floor fields|nothing|html REPETITIONS FILE\n", stderr);
        return 64;
    }
    size_t count = 0;
    char *bytes = contents_of(arguments[3], &count);
    if (!bytes) {
        perror(arguments[3]);
        return 66;
    }
    prepare_floor();
    double wall = seconds_of(CLOCK_MONOTONIC), cpu = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    long items = 0;
    for (long repetition = 0; repetition < repetitions && items >= 0; repetition++) {
        items = pass(bytes, count);
    }
    wall = seconds_of(CLOCK_MONOTONIC) - wall;
    cpu = seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    free(bytes);
    if (items < 0) {
        fprintf(stderr, "parse-floor: libxml2 refuses %s\n", arguments[3]);
        return 65;
    }
    printf("{\"items\":%ld,\"seconds\":%.9f,\"cpuSeconds\":%.9f}\n", items, wall, cpu);
    return 0;
}
