"""What every table that workplaces send has in common: rows of YAML by month, their words in private/, rows to mend,
and which rows have been taken in."""
