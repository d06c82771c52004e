// difference_sentence.cpp - one difference between two periods in the committee's words.
#include "checks/difference_sentence.hpp"

#include <string_view>

namespace scorebook {

namespace {

/// What moved, for the classes that say "from ... to ...".
struct Moved {
    std::string_view change;
    std::string_view what;
    std::string_view verb;
};

constexpr Moved counted_moves[] = {
    {"rescored initial up", "Risk score", "reassessed and increased"},
    {"rescored initial down", "Risk score", "reassessed and reduced"},
    {"rescored residual up", "Residual score", "reassessed and increased"},
    {"rescored current up", "Current score", "reassessed and increased"},
    {"rescored current down", "Current score", "reassessed and reduced"},
    {"rescored residual down", "Residual score", "reassessed and reduced"},
    {"owner changed", "Owner", "changed"},
    {"category changed", "Category", "changed"},
    {"direction changed", "Direction of travel", "changed"},
    {"value changed", "Result", "changed"},
    {"target changed", "Target", "changed"},
    {"tolerance changed", "Tolerance", "changed"},
    {"unit changed", "Unit", "changed"},
    {"definition changed", "Definition", "changed"},
    {"status changed without value change", "The result is the same, but the status", "changed"},
    {"history restated", "The result reported for the period before is", "restated"},
    {"status changed", "Status", "changed"},
    {"due date moved", "Due date", "moved"},
};

/// The classes whose sentence needs no figures, or says them in its own way; {} stands for the older value,
/// or the newer where there is none.
struct Said {
    std::string_view change;
    std::string_view with_value;
    std::string_view without;
};

constexpr Said said_of[] = {
    {"reworded", "This entry has been reworded.", "This entry has been reworded."},
    {"controls changed", "The controls have been reworded.", "The controls have been reworded."},
    {"remains, unchanged", "Residual score remains at {}.", "Remains, unchanged."},
    {"newly missing", "No result now; it was {}.", "No result now."},
    {"new", "New entry, with a score of {}.", "New entry."},
    {"removed", "No longer there; the score was {}.", "No longer there."},
    {"removed: closed with reason", "Closed with a reason recorded; the score was {}.",
     "Closed with a reason recorded."},
    {"removed: below threshold", "Removed because its score of {} is below the threshold.",
     "Removed because its score is below the threshold."},
    {"omitted without reason", "Missing without a recorded reason, although its score was {}.",
     "Missing without a recorded reason."},
};

std::string with(std::string_view sentence, const std::string& value) {
    std::string text(sentence);
    const std::size_t place = text.find("{}");
    if (place != std::string::npos) text.replace(place, 2, value);
    return text;
}

std::string moved_sentence(const Moved& moved, const Difference& difference) {
    std::string text(moved.what);
    if (difference.before.empty()) return text + " now recorded as " + difference.after + '.';
    if (difference.after.empty()) return text + " no longer recorded; it was " + difference.before + '.';
    return text + ' ' + std::string(moved.verb) + " from " + difference.before + " to " + difference.after +
           '.';
}

std::string actions(const std::string& count) {
    return count == "1" ? "1 action" : count + " actions";
}

}  // namespace

std::string difference_sentence(const Difference& difference) {
    if (difference.change == "id respelled")
        return "Its reference was " + difference.before + " and is now " + difference.after + '.';
    if (difference.change == "value changed but commentary identical")
        return "The result moved from " + difference.before + " to " + difference.after +
               ", but the commentary is word for word last period's.";
    if (difference.change.starts_with("removed: merged into "))
        return "M" + difference.change.substr(std::string_view("removed: m").size()) + '.';
    if (difference.change == "newly supplied") return "Result now supplied: " + difference.after + '.';
    if (difference.change == "actions added") return actions(difference.after) + " added.";
    if (difference.change == "actions completed") return actions(difference.after) + " completed.";
    if (difference.change == "re-entered")
        return "Re-entered the register: it was " + difference.before + " and is now " + difference.after +
               '.';
    if (difference.change == "actions dropped") return actions(difference.before) + " no longer listed.";
    for (const Said& said : said_of) {
        if (difference.change != said.change) continue;
        const std::string& value = difference.before.empty() ? difference.after : difference.before;
        return value.empty() ? std::string(said.without) : with(said.with_value, value);
    }
    for (const Moved& moved : counted_moves) {
        if (difference.change == moved.change) return moved_sentence(moved, difference);
    }
    return difference.change + '.';
}

}  // namespace scorebook
