"""The live preview: what is asked for is rendered, and open pages load again when a file is saved."""
