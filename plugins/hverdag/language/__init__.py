"""What readers may type, and what they mean by it: inflections, parts of compounds, synonyms.

The only room that knows a dictionary: simplemma (MIT), whose word lists come from Michal Měchura (ODbL), Wiktionary
(CC BY-SA) and others. It holds 788,000 Danish forms of 117,000 words, and is asked only of words that stand in the
publication.
"""
