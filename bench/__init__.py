"""Time and memory, measured beside what is compared, in one run."""
