#include "parse_floor.h"
#include "push.h"
#include <libxml/HTMLparser.h>
#include <string.h>

static void start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
    (void)context, (void)name, (void)attributes;
}

static void end_element(void *context, const xmlChar *name) {
    (void)context, (void)name;
}

static void characters(void *context, const xmlChar *text, int count) {
    (void)context, (void)text, (void)count;
}

long read_html(const char *bytes, size_t count) {
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (!parser) return -1;
    *parser->sax = (htmlSAXHandler){
        .startElement = start_element,
        .endElement = end_element,
        .characters = characters,
        .ignorableWhitespace = characters,
        .cdataBlock = characters,
        .error = no_message,
        .fatalError = no_message,
        .warning = no_message,
    };
    int options = HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
    long texts = 0;
    for (const char *text = bytes, *end = bytes + count; text < end; texts++) {
        size_t length = strnlen(text, (size_t)(end - text));
        /* Tag soup is no failure: feeds are full of it. The document is one without a tree, if any. */
        xmlFreeDoc(htmlCtxtReadMemory(parser, text, (int)length, NULL, "UTF-8", options));
        text += length + 1;
    }
    htmlFreeParserCtxt(parser);
    return texts;
}
