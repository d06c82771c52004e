// committee_text.cpp - sentences as the committee's reports have them (quarterly risk and performance
// reports).
#include "checks/committee_text.hpp"

#include "checks/row_figures.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

std::string score_text(double score) {
    return to_text(CellValue(score));
}

std::string moved_to(double before, double now) {
    return (now > before ? "increased to " : "reduced to ") + score_text(now);
}

std::string risk_sentence(const EntryChange& change) {
    const bool added = change.actions_added > 0;
    const bool residual = change.residual_changed();
    if (change.is_reworded) {
        std::string text = "This entry has been reworded";
        if (added && residual) {
            text += ", mitigating actions added and the residual score " +
                    moved_to(change.residual_before, change.residual_now);
        } else if (added) {
            text += " and mitigating actions added; the residual score remains at " +
                    score_text(change.residual_now);
        } else if (residual) {
            text += " and the residual score " + moved_to(change.residual_before, change.residual_now);
        } else {
            text += "; the residual score remains at " + score_text(change.residual_now);
        }
        return text + ".";
    }
    if (added && change.score_changed() && residual)
        return "Further mitigating actions added and risk scores reassessed.";
    if (added && change.score_changed())
        return "Further mitigating actions added and the risk score reassessed.";
    if (added && residual)
        return "Further mitigating actions added but residual score reassessed and " +
               moved_to(change.residual_before, change.residual_now) + ".";
    if (added && !change.residual_is_known()) return "Further mitigating actions added.";
    if (added) return "Further mitigating actions added but residual risk score remains unchanged.";
    if (change.score_changed() && residual) return "Risk scores reassessed.";
    if (residual && change.is_reassessed)
        return "This entry has been reassessed and the residual score " +
               moved_to(change.residual_before, change.residual_now) + ".";
    if (residual)
        return "Residual score reassessed and " + moved_to(change.residual_before, change.residual_now) + ".";
    if (change.score_changed())
        return "Risk score reassessed; the residual score remains at " + score_text(change.residual_now) +
               ".";
    return "Residual score remains at " + score_text(change.residual_now) + ".";
}

std::string opportunity_sentence(const EntryChange& change) {
    const bool added = change.actions_added > 0;
    // An opportunity's residual score may equal the score before actions, but never lie below it.
    const bool was_wrong = change.residual_before < change.score_before;
    const bool did_not_increase = change.residual_before <= change.score_before;
    const bool increases = change.residual_now > change.score_now;
    const bool moved = change.residual_changed() || change.score_changed();
    std::string scores;
    if (moved && did_not_increase && increases) {
        scores = was_wrong ? "cores corrected to increase after maximising actions."
                           : "cores reassessed to increase after maximising actions.";
    } else if (moved) {
        scores = "cores reassessed.";
    }
    if (added && !scores.empty()) return "Further maximising actions added and s" + scores;
    if (added && !change.residual_is_known()) return "Further maximising actions added.";
    if (added) return "Further maximising actions added but residual score remains unchanged.";
    if (!scores.empty()) return "S" + scores;
    return "Residual score remains at " + score_text(change.residual_now) + ".";
}

}  // namespace

std::string register_sentence(const EntryChange& change) {
    std::string sentence =
        change.now->table().spec->higher_is_better ? opportunity_sentence(change) : risk_sentence(change);
    if (change.id_is_respelled)
        sentence += " (Its reference was " + change.before->record(change.entry_before) + ".)";
    return sentence;
}

std::string measure_sentence(const Figure& before, const Figure& now, const FoundColumn& column,
                             const std::string& target) {
    std::string text;
    if (now.number.value == before.number.value) {
        text = "Unchanged at " + in_words(now);
    } else {
        const bool is_up = before.number.value < now.number.value;
        text = (is_up ? "Increased from " : "Decreased from ") + in_words(before) + " to " + in_words(now);
        // A change of a percentage is in points and never called per cent.
        const bool is_share = column.header.find('%') != std::string::npos ||
                              find_word(folded(column.header), "percent*").has_value();
        const bool is_count = now.unit == FigureUnit::none && now.places == 0 && !is_share;
        const bool is_amount = is_count || now.unit == FigureUnit::pounds;
        if (is_amount && Fraction(0) < before.number.value) {
            const Fraction share =
                (now.number.value - before.number.value).magnitude() / before.number.value * 100;
            if (share.is_known()) text += std::string(is_up ? ", up " : ", down ") + to_text(share, 1) + "%";
        }
    }
    if (!target.empty()) text += " (target " + target + ")";
    return text + ".";
}

}  // namespace scorebook
