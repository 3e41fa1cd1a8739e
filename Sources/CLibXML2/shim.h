#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

/* Debian builds libxml2 with ICU, so libxml/encoding.h would pull in <unicode/ucnv.h>. Those types
 * have other definitions in Foundation's own copy of ICU, and no Swift file could then import both
 * this module and Foundation. We never touch a converter, so leave the ICU fields out. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#endif
