"""The stages that a publication passes: read, check, gate, plan, render, stage, verify, swap."""
