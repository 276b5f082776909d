// Declares nothing: see allocation.c.
