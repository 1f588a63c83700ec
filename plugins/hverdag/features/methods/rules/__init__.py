"""Rules of the feature methods: one a module, named like its id."""
