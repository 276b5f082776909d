#include "allocation.h"

#ifdef __linux__
#include <sys/prctl.h>
#endif

// What jemalloc, where the program is linked with it, looks for under this name when it starts: it asks the system for memory in large pages,
// for what it notes of it as well. Whether the system gives them is decided below.
const char *malloc_conf = "thp:always,metadata_thp:always";

void allocation_use_large_pages(bool use) {
#ifdef __linux__
    // A system that can't leaves pages as they are.
    prctl(PR_SET_THP_DISABLE, use ? 0 : 1, 0, 0, 0);
#else
    (void)use;
#endif
}
