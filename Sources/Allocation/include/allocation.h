#include <stdbool.h>

/// Whether memory that is taken from now on may come in pages of 2 MiB.
///
/// A portfolio is millions of small values all over hundreds of megabytes, and to find out where a small page lies takes as long as to
/// read what stands there. But a large page is cleared before it is used: only who reads its values many times gains by it.
void allocation_use_large_pages(bool use);
