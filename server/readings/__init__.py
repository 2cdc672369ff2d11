"""What the pages read from a graph: records that travel from the workers to the views."""
