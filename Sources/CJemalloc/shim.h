// Declares nothing: what the linker is told through pkg-config puts jemalloc's malloc in the place of the C library's. Nor does the
// module map name the library, so that without it the program is built all the same, a quarter slower.
