#ifndef PUSH_H
#define PUSH_H

#include <libxml/parser.h>
#include <stddef.h>

/* Gives a document to libxml2's push parser. Returns 0 where it is well-formed. */
int push(xmlSAXHandler *handler, void *context, const char *bytes, size_t count);

/* A handler for messages that nobody wants to read. */
void no_message(void *context, const char *message, ...);

#endif
