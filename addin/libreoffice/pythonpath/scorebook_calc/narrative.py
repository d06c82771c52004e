"""The committee text of a comparison, as plain paragraphs to read or copy."""


def narrative_text(reply):
    periods = [reply.get("previous_period"), reply.get("period")]
    paragraphs = [" to ".join(periods)] if all(periods) else []
    for paragraph in reply.get("narrative", []):
        lines = [paragraph["heading"]]
        for item in paragraph.get("items", []):
            record = f"{item['record']}: " if item.get("record") else ""
            cells = f" [{item['cells']}]" if item.get("cells") else ""
            lines.append(f"  {record}{item['text']}{cells}")
        paragraphs.append("\n".join(lines))
    unchecked = [f"  {each['what']}: {each['why']}" for each in reply.get("not_checked", [])]
    if unchecked:
        paragraphs.append("\n".join(["Not checked", *unchecked]))
    return "\n\n".join(paragraphs) or "Nothing changed between the two workbooks."
