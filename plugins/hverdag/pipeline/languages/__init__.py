"""A publication in several languages: each is a publication of its own, and lies in a folder of the first one's site.

The texts of another language lie beside those of the first, with its mark: `noeglen.en.md` beside `noeglen.md`.
"""
