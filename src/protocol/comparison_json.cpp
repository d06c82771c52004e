// comparison_json.cpp - a comparison of two periods as JSON, keys in the order of the contract.
#include "protocol/json_line.hpp"
#include "scorebook/protocol.hpp"

namespace scorebook {

namespace {

Json difference_json(const Difference& difference) {
    return {{"class", difference.change},        {"table", difference.table},
            {"record", difference.record},       {"old", difference.before},
            {"new", difference.after},           {"old_cell", difference.cell_before},
            {"new_cell", difference.cell_after}, {"sentence", difference.sentence}};
}

Json item_json(const NarrativeParagraph::Item& item) {
    return {{"record", item.record}, {"text", item.text}, {"cells", item.cells}};
}

Json paragraph_json(const NarrativeParagraph& paragraph) {
    return {{"heading", paragraph.heading}, {"items", list_of(paragraph.items, item_json)}};
}

}  // namespace

std::string comparison_json(const std::string& previous, const std::string& file,
                            const Comparison& comparison) {
    Json json = {{"protocol", protocol_name},
                 {"file", file},
                 {"status", "ok"},
                 {"previous", previous},
                 {"template", comparison.template_name},
                 {"period", comparison.period_now},
                 {"previous_period", comparison.period_before}};
    json["differences"] = list_of(comparison.differences, difference_json);
    json["narrative"] = list_of(comparison.narrative, paragraph_json);
    json["omitted"] = comparison.omitted;
    json["not_checked"] = list_of(comparison.not_checked, not_checked_json);
    return line_of(json);
}

}  // namespace scorebook
