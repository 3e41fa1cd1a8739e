#include "csystem.h"

#include <pthread.h>
#include <string.h>

/* The polynomial 0x1EDC6F41, bits reversed. */
#define POLYNOMIAL 0x82F63B78u

static uint32_t table[256];
static pthread_once_t table_once = PTHREAD_ONCE_INIT;

static void fill_table(void) {
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t crc = i;
    for (int bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >> 1 ^ POLYNOMIAL : crc >> 1;
    table[i] = crc;
  }
}

uint32_t presslog_crc32c_table(uint32_t crc, const void *bytes, size_t count) {
  pthread_once(&table_once, fill_table);
  const uint8_t *p = bytes;
  crc = ~crc;
  while (count--) crc = table[(crc ^ *p++) & 0xFF] ^ crc >> 8;
  return ~crc;
}

#if defined(__x86_64__)
#include <nmmintrin.h>

__attribute__((target("sse4.2"))) static uint32_t crc32c_sse42(uint32_t crc, const void *bytes,
                                                               size_t count) {
  const uint8_t *p = bytes;
  uint64_t c = ~crc;
  for (; count >= 8; count -= 8, p += 8) {
    uint64_t word;
    memcpy(&word, p, 8);
    c = _mm_crc32_u64(c, word);
  }
  uint32_t d = (uint32_t)c;
  while (count--) d = _mm_crc32_u8(d, *p++);
  return ~d;
}
#endif

uint32_t presslog_crc32c(uint32_t crc, const void *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("sse4.2")) return crc32c_sse42(crc, bytes, count);
#endif
  return presslog_crc32c_table(crc, bytes, count);
}
