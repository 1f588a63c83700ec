"""Toolkit for pages: templates, links, the text of a story as HTML, and what the site's pages share."""
