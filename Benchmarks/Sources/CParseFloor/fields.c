#include "parse_floor.h"
#include "push.h"
#include <stdlib.h>
#include <string.h>

/* Bytes that grow and are used again. */
typedef struct {
    char *bytes;
    size_t count, capacity;
} Buffer;

/* Where in the document the parser is, and what it has copied of the item that is open. */
typedef struct {
    Buffer item; /* the fields of the item: a kind, the bytes, a zero */
    Buffer text; /* the text of the field that is open */
    int depth, item_depth, field_depth;
    int field; /* which field is open, from 1; 0 for none */
    long items;
} Reader;

static const char *const field_names[] = {
    "title",    "link",    "guid",     "id",          "pubDate", "date",    "published", "updated", "creator",
    "name",     "credit",  "category", "subject",     "content", "encoded", "summary",   "description",
};

static void append(Buffer *buffer, const void *bytes, size_t count) {
    if (buffer->count + count > buffer->capacity) {
        size_t capacity = 2 * (buffer->count + count) + 4096;
        char *larger = realloc(buffer->bytes, capacity);
        if (!larger) abort();
        buffer->bytes = larger;
        buffer->capacity = capacity;
    }
    memcpy(buffer->bytes + buffer->count, bytes, count);
    buffer->count += count;
}

/* Copies one value of the item. */
static void add_value(Reader *reader, int field, const void *bytes, size_t count) {
    unsigned char kind = (unsigned char)field;
    append(&reader->item, &kind, 1);
    append(&reader->item, bytes, count);
    append(&reader->item, "", 1);
}

static int field_named(const char *name) {
    for (size_t index = 0; index < sizeof field_names / sizeof *field_names; index++) {
        const char *field = field_names[index];
        if (field[0] == name[0] && !strcmp(field, name)) return (int)index + 1;
    }
    return 0;
}

static void start_element(void *context, const xmlChar *local_name, const xmlChar *prefix,
                          const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                          int attribute_count, int defaulted_count, const xmlChar **attributes) {
    (void)prefix, (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted_count;
    Reader *reader = context;
    const char *name = (const char *)local_name;
    reader->depth++;
    if (!reader->item_depth) {
        if (strcmp(name, "item") && strcmp(name, "entry")) return;
        reader->item_depth = reader->depth;
        reader->item.count = 0;
        reader->field = 0;
        return;
    }
    int field = field_named(name);
    if (!field) return;
    reader->field = field;
    reader->field_depth = reader->depth;
    reader->text.count = 0;
    /* Five pointers an attribute: name, prefix, namespace, where its value begins and ends. */
    for (int index = 0; index < attribute_count; index++) {
        const xmlChar **attribute = attributes + 5 * index;
        add_value(reader, field, attribute[3], (size_t)(attribute[4] - attribute[3]));
    }
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri) {
    (void)name, (void)prefix, (void)uri;
    Reader *reader = context;
    if (reader->field && reader->depth == reader->field_depth) {
        add_value(reader, reader->field, reader->text.bytes, reader->text.count);
        reader->field = 0;
    }
    if (reader->depth == reader->item_depth) {
        reader->item_depth = 0;
        reader->items++;
    }
    reader->depth--;
}

static void characters(void *context, const xmlChar *text, int count) {
    Reader *reader = context;
    if (reader->field) append(&reader->text, text, (size_t)count);
}

long read_fields(const char *bytes, size_t count) {
    xmlSAXHandler handler = {
        .startElementNs = start_element,
        .endElementNs = end_element,
        .characters = characters,
        .cdataBlock = characters,
    };
    Reader reader = {0};
    int failure = push(&handler, &reader, bytes, count);
    free(reader.item.bytes);
    free(reader.text.bytes);
    return failure ? -1 : reader.items;
}
