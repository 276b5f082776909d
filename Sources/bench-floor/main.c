/* What a build can't take less than: `bench-floor CONTENT SITE NEW-FOLDER [WORKERS]` reads every file of a content folder, has libyaml
   go over the front matter of each and libcmark over its body, and writes as many files of the same names and sizes as a site has. It
   understands nothing of what it reads, and what it writes is filler. Prints a line a step: its name, milliseconds on the clock, and
   milliseconds that all cores worked. */

#include "files.h"

#include <cmark.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

struct text {
    char *bytes;
    size_t size;
};

static const char *content_folder, *new_folder;
static struct files content, site;
static struct text *texts;
static char filler[1 << 17];

static void read_one(size_t index) { texts[index].bytes = read_file(content_folder, content.paths[index], &texts[index].size); }

static int is_markdown(size_t index) {
    size_t length = strlen(content.paths[index]);
    return length > 3 && !strcmp(content.paths[index] + length - 3, ".md");
}

/* Where the text behind the front matter starts, and where the front matter ends: both at the start where there is none. */
static size_t body(struct text text, size_t *end) {
    *end = 0;
    if (text.size < 4 || memcmp(text.bytes, "---\n", 4)) return 0;
    char *rule = strstr(text.bytes + 3, "\n---\n");
    if (!rule) return 0;
    *end = (size_t)(rule - text.bytes) + 1;
    return *end + 4;
}

static void parse_front_matter(size_t index) {
    size_t end;
    if (!is_markdown(index) || !body(texts[index], &end)) return;
    yaml_parser_t parser;
    yaml_event_t event;
    if (!yaml_parser_initialize(&parser)) exit(70);
    yaml_parser_set_input_string(&parser, (unsigned char *)texts[index].bytes + 4, end - 4);
    for (int is_done = 0; !is_done;) {
        if (!yaml_parser_parse(&parser, &event)) exit(65);
        is_done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

static void parse_body(size_t index) {
    size_t end;
    if (!is_markdown(index)) return;
    size_t start = body(texts[index], &end);
    cmark_node_free(cmark_parse_document(texts[index].bytes + start, texts[index].size - start, CMARK_OPT_DEFAULT));
}

static void write_one(size_t index) { write_file(new_folder, site.paths[index], filler, sizeof filler, site.sizes[index]); }

struct step {
    void (*work)(size_t);
    size_t count;
    atomic_size_t next;
};

static void *work(void *argument) {
    struct step *step = argument;
    for (size_t start; (start = atomic_fetch_add(&step->next, 16)) < step->count;)
        for (size_t index = start; index < start + 16 && index < step->count; index++) step->work(index);
    return NULL;
}

static double clock_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static double cores_now(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static double clock_total, cores_total;

static void report(const char *name, double clock_start, double cores_start) {
    double clock_taken = clock_now() - clock_start, cores_taken = cores_now() - cores_start;
    printf("%s %.1f %.1f\n", name, clock_taken, cores_taken);
    clock_total += clock_taken;
    cores_total += cores_taken;
}

static void run(const char *name, void (*each)(size_t), size_t count, int workers) {
    struct step step = {.work = each, .count = count};
    pthread_t threads[64];
    double clock_start = clock_now(), cores_start = cores_now();
    for (int worker = 1; worker < workers; worker++)
        if (pthread_create(&threads[worker], NULL, work, &step)) fail("start a worker for", name);
    work(&step);
    for (int worker = 1; worker < workers; worker++) pthread_join(threads[worker], NULL);
    report(name, clock_start, cores_start);
}

int main(int count, char **arguments) {
    long workers = count == 5 ? atol(arguments[4]) : sysconf(_SC_NPROCESSORS_ONLN);
    if (count < 4 || count > 5 || workers < 1 || workers > 64) {
        fprintf(stderr, "bench-floor: usage: bench-floor CONTENT SITE NEW-FOLDER [WORKERS], with up to 64 workers\n");
        return 64;
    }
    content_folder = arguments[1];
    new_folder = arguments[3];
    for (size_t index = 0; index < sizeof filler; index++) filler[index] = index % 80 == 79 ? '\n' : 'a' + index % 26;
    site = list_files(arguments[2]);

    double clock_start = clock_now(), cores_start = cores_now();
    content = list_files(content_folder);
    report("list", clock_start, cores_start);
    texts = calloc(content.count, sizeof *texts);
    if (!texts) fail("remember", content_folder);
    run("read", read_one, content.count, (int)workers);
    run("front-matter", parse_front_matter, content.count, (int)workers);
    run("markdown", parse_body, content.count, (int)workers);
    clock_start = clock_now(), cores_start = cores_now();
    make_folders(new_folder, site);
    report("folders", clock_start, cores_start);
    run("write", write_one, site.count, (int)workers);
    printf("total %.1f %.1f\n", clock_total, cores_total);
    return 0;
}
