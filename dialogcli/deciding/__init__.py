"""A decision as it is entered: what it holds, what it lacks, what is odd about it. Pure."""
