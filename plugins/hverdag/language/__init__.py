"""The words that readers may search by: inflections, parts of compounds, and synonyms.

The only room that uses a dictionary: simplemma (MIT), whose word lists come from Michal Měchura (ODbL), Wiktionary (CC
BY-SA) and others. It has 788,000 Danish forms of 117,000 words, and only the words of the publication are looked up.
"""
