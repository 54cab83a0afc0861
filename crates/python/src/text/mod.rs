//! Numbers and texts as Python reads, formats and prints them.
