/* libxml2 for the floors. Presslog's own module of it is none of its products. */
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
