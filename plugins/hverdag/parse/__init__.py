"""Files to model: everything contributed is read, located and refused here, and nowhere else."""
