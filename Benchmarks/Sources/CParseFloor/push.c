#include "parse_floor.h"
#include "push.h"

/* How many bytes the parser is given at a time: where it was fastest from memory. */
enum { CHUNK_BYTES = 32 * 1024 };

void prepare_floor(void) {
    xmlInitParser();
}

int push(xmlSAXHandler *handler, void *context, const char *bytes, size_t count) {
    handler->initialized = XML_SAX2_MAGIC;
    handler->error = handler->fatalError = handler->warning = no_message;
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(handler, context, NULL, 0, NULL);
    if (!parser) return -1;
    xmlCtxtUseOptions(parser, XML_PARSE_HUGE | XML_PARSE_NOENT | XML_PARSE_NONET);
    int failure = 0;
    for (size_t offset = 0; offset < count && !failure; offset += CHUNK_BYTES) {
        size_t rest = count - offset;
        int size = (int)(rest < CHUNK_BYTES ? rest : CHUNK_BYTES);
        failure = xmlParseChunk(parser, bytes + offset, size, 0);
    }
    if (!failure) failure = xmlParseChunk(parser, NULL, 0, 1);
    if (!failure && !parser->wellFormed) failure = -1;
    xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
    return failure;
}

void no_message(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}
