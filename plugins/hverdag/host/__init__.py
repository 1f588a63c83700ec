"""Hosts set the house's pages in a frame. MkDocs is the first, and the only room that imports it is this one."""
