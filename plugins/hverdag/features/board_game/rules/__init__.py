"""Rules of the feature board_game: one a module, named like its id."""
