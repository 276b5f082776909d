#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void fail(const char *what, const char *name) {
    fprintf(stderr, "bench-floor: can't %s '%s': %s\n", what, name, strerror(errno));
    exit(74);
}

static void join(char *path, const char *folder, const char *name) {
    if (snprintf(path, PATH_MAX, "%s/%s", folder, name) >= PATH_MAX) {
        errno = ENAMETOOLONG;
        fail("open", name);
    }
}

static void add(struct files *files, const char *path, size_t size) {
    /* Full at 0 and at every power of two. */
    if ((files->count & (files->count - 1)) == 0) {
        size_t room = files->count ? 2 * files->count : 1;
        files->paths = realloc(files->paths, room * sizeof *files->paths);
        files->sizes = realloc(files->sizes, room * sizeof *files->sizes);
        if (!files->paths || !files->sizes) fail("remember", path);
    }
    if (!(files->paths[files->count] = strdup(path))) fail("remember", path);
    files->sizes[files->count++] = size;
}

static void list(struct files *files, const char *root, const char *prefix) {
    char path[PATH_MAX], inner[PATH_MAX];
    join(path, root, prefix);
    DIR *stream = opendir(path);
    if (!stream) fail("list", path);
    for (struct dirent *entry; (entry = readdir(stream));) {
        struct stat status;
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        if (fstatat(dirfd(stream), entry->d_name, &status, AT_SYMLINK_NOFOLLOW)) fail("look at", entry->d_name);
        if (*prefix) join(inner, prefix, entry->d_name);
        else strcpy(inner, entry->d_name);
        if (S_ISDIR(status.st_mode)) list(files, root, inner);
        else if (S_ISREG(status.st_mode)) add(files, inner, (size_t)status.st_size);
    }
    closedir(stream);
}

struct files list_files(const char *folder) {
    struct files files = {0};
    list(&files, folder, "");
    return files;
}

char *read_file(const char *folder, const char *name, size_t *size) {
    char path[PATH_MAX];
    join(path, folder, name);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (file < 0 || fstat(file, &status)) fail("open", path);
    char *bytes = malloc((size_t)status.st_size + 1);
    if (!bytes) fail("read", path);
    *size = 0;
    while (*size < (size_t)status.st_size) {
        ssize_t more = read(file, bytes + *size, (size_t)status.st_size - *size);
        if (more < 0) fail("read", path);
        if (more == 0) break;
        *size += (size_t)more;
    }
    bytes[*size] = 0;
    close(file);
    return bytes;
}

void write_file(const char *folder, const char *name, const char *bytes, size_t period, size_t size) {
    char path[PATH_MAX];
    join(path, folder, name);
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) fail("make", path);
    while (size > 0) {
        ssize_t more = write(file, bytes, size < period ? size : period);
        if (more < 0) fail("write", path);
        size -= (size_t)more;
    }
    if (close(file)) fail("write", path);
}

void make_folders(const char *folder, struct files files) {
    char path[PATH_MAX];
    if (mkdir(folder, 0777)) fail("make", folder);
    for (size_t index = 0; index < files.count; index++) {
        join(path, folder, files.paths[index]);
        for (char *slash = path + strlen(folder) + 1; (slash = strchr(slash, '/')); slash++) {
            *slash = 0;
            if (mkdir(path, 0777) && errno != EEXIST) fail("make", path);
            *slash = '/';
        }
    }
}
