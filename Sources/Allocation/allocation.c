#include "allocation.h"

// What jemalloc, where the program is linked with it, asks for under this name when it starts: memory in large pages. A portfolio is
// millions of small values all over it, and to find out where a page lies takes as long as to read what stands there. The same holds
// for what jemalloc notes of them.
const char *malloc_conf = "thp:always,metadata_thp:always";
