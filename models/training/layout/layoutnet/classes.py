"""Region classes of the net. Index 0 is background; the order is part of the weights' format, so new classes go to the end."""

from __future__ import annotations

CLASSES = (
    "background",
    "text",
    "title",
    "authors",
    "abstract",
    "section_header",
    "list_item",
    "footnote",
    "figure_label",
    "table",
    "diagram",
    "chart",
    "math",
    "equation_number",
    "code",
    "page_info",
    "toc_row",
    "form_field",
    "quote",
)
"""Names of `lines.json` where it has one: `toc_row` stands for `table_of_contents_row`, `code` for code and pseudocode."""

INDEX = {name: index for index, name in enumerate(CLASSES)}
