#include <fcntl.h>
#include <unistd.h>

// Whoever starts a program may have closed its input, its output or its errors. The next file that is opened has that number then, and what
// is said goes there. So something has it from the start: before the libraries do, which open files of their own. What it is can only be
// used the wrong way round, so that whoever reads or writes is told, as if it were closed.
__attribute__((constructor)) static void keep_streams_open(void) {
    for (int number = STDIN_FILENO; number <= STDERR_FILENO; number++) {
        if (fcntl(number, F_GETFD) >= 0) continue;
        // The lowest number that is free is this one.
        if (open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0) return;
    }
}
