// share_on_track.cpp - the share of measures on target and/or improving, now and the period before.
#include "checks/share_on_track.hpp"

#include <algorithm>
#include <map>

#include "checks/measure_facts.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

/// How many measures are on target or improving, of those with a status; the others by what they have instead
///
struct OnTrack {
    std::size_t good = 0, judged = 0;
    std::map<std::string, std::size_t> left_out;
};

/// Whether the measures' own rows say how they moved.
bool knows_progress(const CheckContext& context) {
    Report scratch;
    return std::any_of(context.current.values.begin(), context.current.values.end(), [&](const auto& values) {
        const MeasureFacts facts(context, *values, scratch);
        return facts.status_column() && facts.now_column() && facts.before_column();
    });
}

OnTrack on_track(const CheckContext& context, bool counts_improving) {
    OnTrack result;
    Report scratch;
    for (const auto& values : context.current.values) {
        const MeasureFacts facts(context, *values, scratch);
        const FoundColumn* status = values->table().find_column("status");
        const WordList* list = status ? context.current.kind->find_words(status->spec->words) : nullptr;
        if (!list || values->table().spec->entry != "measure") continue;
        for (std::size_t entry = 0; entry < values->size(); ++entry) {
            const Word* word = find_word(*list, values->word(entry, *status));
            if (!word || !word->number) {
                ++result.left_out[word ? "'" + word->word + "'" : "no status"];
                continue;
            }
            ++result.judged;
            const bool is_better = counts_improving && facts.progress(entry).value_or(0) > 0;
            result.good += *word->number >= 2 || is_better ? 1 : 0;
        }
    }
    return result;
}

std::string share_words(const OnTrack& share) {
    return to_text(Fraction::ratio(static_cast<std::int64_t>(100 * share.good),
                                   static_cast<std::int64_t>(share.judged)),
                   0) +
           "% (" + std::to_string(share.good) + " of " + std::to_string(share.judged) + ")";
}

}  // namespace

std::optional<std::string> share_on_track(const CheckContext& context) {
    const CheckContext then{*context.previous,    nullptr,      nullptr, "", context.as_at,
                            context.period_begin, context.bands};
    const bool counts_improving = knows_progress(context) && knows_progress(then);
    const OnTrack now = on_track(context, counts_improving), before = on_track(then, counts_improving);
    if (now.judged == 0 || before.judged == 0) return std::nullopt;
    std::string text = share_words(now) + " of the measures with a status are on target" +
                       (counts_improving ? " and/or improving" : "") + ", compared with " +
                       share_words(before) + " the period before.";
    std::vector<std::string> left_out;
    for (const auto& [reason, count] : now.left_out)
        left_out.push_back(std::to_string(count) + " with " + reason);
    if (!left_out.empty()) text += " Not counted: " + joined(left_out) + ".";
    return text;
}

}  // namespace scorebook
