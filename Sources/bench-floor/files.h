#ifndef FILES_H
#define FILES_H

#include <stddef.h>

/* The files under a folder, links left out. */
struct files {
    char **paths; /* relative to the folder */
    size_t *sizes;
    size_t count;
};

/* Ends the program if it fails. */
struct files list_files(const char *folder);

/* All of a file in memory of its own, with a zero behind it. */
char *read_file(const char *folder, const char *path, size_t *size);

/* Makes a file of `size` bytes, which are those of `bytes` over and over, of which there are `period`. */
void write_file(const char *folder, const char *path, const char *bytes, size_t period, size_t size);

/* Makes the folders that the files are in, under another folder. */
void make_folders(const char *folder, struct files files);

void fail(const char *what, const char *name);

#endif
