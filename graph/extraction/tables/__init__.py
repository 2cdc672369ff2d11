"""The tables of names that extraction reads: polities, organizations, months, and how they are built."""
