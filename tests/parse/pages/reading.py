"""Hand-written pages, read without a publication around them."""

from pathlib import Path

from hverdag.locale import catalogue
from hverdag.model.problem import Problem
from hverdag.parse.pages import PageReader
from hverdag.pipeline.rule_registry import rules

PATH = "docs/side.md"
USUAL = "[attr_list, def_list, footnotes, tables, admonition, md_in_html, abbr]"
MATERIAL = """
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - toc: {permalink: true}
  - pymdownx.betterem: {smart_enable: all}
  - pymdownx.caret
  - pymdownx.details
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.highlight: {anchor_linenums: true}
  - pymdownx.keys
  - pymdownx.magiclink: {repo_url_shorthand: true, user: lilleby, repo: haandbog}
  - pymdownx.mark
  - pymdownx.snippets
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {custom_checkbox: true}
  - pymdownx.tilde
"""


def reader(root: Path, extensions: str = USUAL, plugins: str = "[macros, hverdag]") -> PageReader:
    """Return the reader of a site with these extensions."""
    (root / "mkdocs.yml").write_text(f"markdown_extensions: {extensions}\nplugins: {plugins}\n", "utf-8")
    return PageReader(root, [PATH])


def told(problem: Problem) -> str:
    """Return a problem's message in Danish, and what to do about it."""
    return catalogue("da").sentence(problem, rules()[problem.rule])
