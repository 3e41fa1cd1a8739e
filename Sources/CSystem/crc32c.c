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
#include <wmmintrin.h>

#define ACCELERATED __attribute__((target("sse4.2,pclmul")))

/* The instruction takes three cycles but can be begun in each: three parts of this length at a time. */
#define PART 128

/* x^(8 * PART - 33) and x^(16 * PART - 33) modulo the polynomial, bits reversed: what moves a checksum by
 * one part and by two. */
#define BY_ONE 0xd3b6092u
#define BY_TWO 0xb9e02b86u

ACCELERATED static uint64_t moved(uint64_t crc, uint32_t factor) {
  __m128i a = _mm_cvtsi64_si128((long long)crc), b = _mm_cvtsi64_si128((long long)factor);
  return (uint64_t)_mm_cvtsi128_si64(_mm_clmulepi64_si128(a, b, 0));
}

static inline uint64_t word_at(const uint8_t *p) {
  uint64_t word;
  memcpy(&word, p, 8);
  return word;
}

ACCELERATED static uint32_t crc32c_sse42(uint32_t crc, const void *bytes, size_t count) {
  const uint8_t *p = bytes;
  uint64_t c = ~crc;
  for (; count >= 3 * PART; count -= 3 * PART, p += 3 * PART) {
    uint64_t second = 0, third = 0;
    for (size_t i = 0; i < PART; i += 8) {
      c = _mm_crc32_u64(c, word_at(p + i));
      second = _mm_crc32_u64(second, word_at(p + PART + i));
      third = _mm_crc32_u64(third, word_at(p + 2 * PART + i));
    }
    c = _mm_crc32_u64(0, moved(c, BY_TWO) ^ moved(second, BY_ONE)) ^ third;
  }
  for (; count >= 8; count -= 8, p += 8) c = _mm_crc32_u64(c, word_at(p));
  uint32_t d = (uint32_t)c;
  while (count--) d = _mm_crc32_u8(d, *p++);
  return ~d;
}
#endif

uint32_t presslog_crc32c(uint32_t crc, const void *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul")) {
    return crc32c_sse42(crc, bytes, count);
  }
#endif
  return presslog_crc32c_table(crc, bytes, count);
}
