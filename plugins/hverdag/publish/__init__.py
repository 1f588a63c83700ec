"""Files on disk: PDFs, Word files, fonts and pictures, the staging folder, and the swap of sites."""
