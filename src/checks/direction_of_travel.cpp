// direction_of_travel.cpp - check "direction_of_travel" (X03): the direction typed is the direction the score
// moved, and one cell doesn't say two. For a risk a falling score is an improvement, for an opportunity a
// rising one.
#include <map>
#include <optional>

#include "checks/built_in_checks.hpp"
#include "checks/entry_findings.hpp"
#include "checks/match_entries.hpp"
#include "checks/wording.hpp"

namespace scorebook {

namespace {

int sign(double number) {
    return number > 0 ? 1 : number < 0 ? -1 : 0;
}

const char* movement(int sense) {
    return sense > 0 ? "rose" : sense < 0 ? "fell" : "stayed the same";
}

/// Which way a direction word says the score moves: 1, 0 or -1; none for "New" and prose.
class Senses {
  public:
    Senses(const CheckContext& context, const TableValues& values, const FoundColumn& column)
        : list_(context.current.kind->find_words(column.spec->words)),
          higher_is_better_(values.table().spec->higher_is_better) {}

    std::optional<int> of(std::string_view words) const {
        const std::string first = folded(words.substr(0, words.find(';')));
        if (!list_ || first.empty()) return std::nullopt;
        for (const Word& word : list_->words) {
            if (folded(word.word) != first) continue;
            if (word.number) return sign(*word.number);
            if (first == "improving") return higher_is_better_ ? 1 : -1;
            if (first == "worsening") return higher_is_better_ ? -1 : 1;
        }
        return std::nullopt;
    }

    bool is_word(std::string_view text) const { return list_ && find_word(*list_, text) != nullptr; }

  private:
    const WordList* list_;
    bool higher_is_better_;
};

/// "Level - however the direction of travel is increased": what the text says after its "however", when that
/// is plain.
std::optional<int> sense_after_contrast(const std::string& text) {
    struct Stem {
        std::string_view word;
        int sense;
    };
    constexpr Stem stems[] = {{"increas*", 1}, {"upward*", 1},   {"rising", 1},
                              {"risen", 1},    {"decreas*", -1}, {"downward*", -1},
                              {"reduc*", -1},  {"falling", -1},  {"fallen", -1}};
    for (const std::string_view marker : {"however", "but", "although", "though", "yet"}) {
        const auto at = find_word(text, marker);
        if (!at) continue;
        const std::size_t end = std::min(text.find_first_of(".;\n", *at), text.size());
        const std::string_view clause = std::string_view(text).substr(*at, end - *at);
        for (const Stem& stem : stems) {
            const auto place = find_word(clause, stem.word);
            if (!place) continue;
            const std::string_view before = clause.substr(0, *place);
            const bool has_subject = has_any_word(before, {"direction", "travel", "trend", "score", "risk"});
            const bool is_supposed = has_any_word(
                before, {"could", "may", "might", "would", "can", "if", "should", "plans", "not"});
            if (has_subject && !is_supposed) return stem.sense;
        }
    }
    return std::nullopt;
}

class DirectionRules {
  public:
    DirectionRules(const CheckContext& context, std::size_t table, const FoundColumn& column)
        : context_(context),
          table_(table),
          values_(*context.current.values[table]),
          column_(column),
          senses_(context, values_, column) {}

    void run(Report& report) const {
        const std::map<std::size_t, double> before = scores_before();
        const bool has_odd_one = opportunities_mostly_rise();
        EntryFindings findings(report, Severity::warning);
        for (std::size_t entry = 0; entry < values_.size(); ++entry) {
            const std::string_view word = values_.word(entry, column_);
            if (word.empty()) continue;
            const auto sense = senses_.of(word);
            if (!sense) continue;
            const CellRef place = values_.place(entry, column_);
            if (contradicts_itself(entry, *sense)) {
                findings.add(place, [&] { return two_directions(entry); });
                continue;
            }
            const auto known = before.find(entry);
            const double now = values_.number(entry, values_.roles().judged());
            if (known != before.end()) {
                if (now == now && sign(now - known->second) != *sense && begins_with_direction(entry)) {
                    findings.add(place, [&] { return against_change(entry, known->second, now); });
                }
            } else if (has_odd_one && rises(entry) && *sense <= 0) {
                findings.add(place, [&] { return odd_one_out(entry); });
            }
        }
    }

  private:
    std::map<std::size_t, double> scores_before() const {
        std::map<std::size_t, double> scores;
        if (!context_.matched) return scores;
        for (const EntryMatch& match : context_.matched->matches) {
            if (match.current.table != table_) continue;
            const TableValues& previous = *context_.previous->values[match.previous.table];
            const double score = previous.number(match.previous.entry, previous.roles().judged());
            if (score == score) scores.emplace(match.current.entry, score);
        }
        return scores;
    }

    bool rises(std::size_t entry) const {
        return values_.number(entry, values_.roles().residual) > values_.number(entry, values_.roles().score);
    }

    /// Opportunities whose score rises from start to residual say "Upwards" in this register, most of them.
    bool opportunities_mostly_rise() const {
        if (!values_.table().spec->higher_is_better || !values_.roles().residual || !values_.roles().score)
            return false;
        std::size_t rising = 0;
        std::size_t upwards = 0;
        for (std::size_t entry = 0; entry < values_.size(); ++entry) {
            const auto sense = senses_.of(values_.word(entry, column_));
            if (!sense || !rises(entry)) continue;
            ++rising;
            upwards += *sense > 0 ? 1 : 0;
        }
        return upwards >= 2 && 3 * upwards >= 2 * rising;
    }

    /// Prose that names a direction somewhere inside doesn't claim that the score moved so.
    bool begins_with_direction(std::size_t entry) const {
        std::string buffer;
        const std::string text = folded(values_.text(entry, column_, buffer));
        const std::size_t end = text.find_first_of(" .,;:-(");
        if (values_.typed(column_)[entry].has_number() || end == std::string::npos) return true;
        if (senses_.is_word(text) || senses_.is_word(text.substr(0, end))) return true;
        // An arrow before the word.
        const std::size_t next = text.find_first_not_of(' ', end);
        return next != std::string::npos && static_cast<unsigned char>(text[0]) >= 0x80 &&
               senses_.is_word(text.substr(next, text.find_first_of(" .,;:-(", next) - next));
    }

    bool contradicts_itself(std::size_t entry, int sense) const {
        std::string buffer;
        const std::string_view text = values_.text(entry, column_, buffer);
        if (text.size() < 12) return false;
        const auto other = sense_after_contrast(folded(text));
        return other && *other != sense;
    }

    std::string text(std::size_t entry, std::size_t most) const {
        return shortened(values_.read(entry, column_).text, most);
    }

    Finding start(std::size_t entry) const {
        Finding finding = finding_at(values_, entry, column_, "X03", Severity::warning);
        finding.evidence = {{"found", text(entry, 80)}};
        return finding;
    }

    Finding two_directions(std::size_t entry) const {
        Finding finding = start(entry);
        finding.message =
            column_.spec->header + " says '" + text(entry, 80) + "': two directions in one cell.";
        finding.advice = "Keep the one that is meant.";
        return finding;
    }

    Finding against_change(std::size_t entry, double before, double now) const {
        Finding finding = start(entry);
        const std::string old_score = to_text(CellValue(before));
        const std::string new_score = to_text(CellValue(now));
        finding.message = column_.spec->header + " says '" + text(entry, 40) + "', but the residual score " +
                          movement(sign(now - before)) +
                          (before == now ? " at " + new_score : ", from " + old_score + " to " + new_score) +
                          ".";
        finding.advice = "Correct the direction or the score.";
        finding.evidence.emplace_back("before", old_score);
        finding.evidence.emplace_back("now", new_score);
        return finding;
    }

    Finding odd_one_out(std::size_t entry) const {
        Finding finding = start(entry);
        const std::string score = to_text(values_.value(entry, *values_.roles().score));
        const std::string residual = to_text(values_.value(entry, *values_.roles().residual));
        finding.message = column_.spec->header + " says '" + text(entry, 40) +
                          "' although the score rises from " + score + " to " + residual +
                          "; the other opportunities that rise say so.";
        finding.advice = "Correct the direction, or say what stays level.";
        finding.evidence.emplace_back("score", score);
        finding.evidence.emplace_back("residual", residual);
        return finding;
    }

    const CheckContext& context_;
    std::size_t table_;
    const TableValues& values_;
    const FoundColumn& column_;
    Senses senses_;
};

}  // namespace

void check_direction_of_travel(const CheckContext& context, Report& report) {
    for (std::size_t table = 0; table < context.current.values.size(); ++table) {
        const FoundColumn* column = context.current.values[table]->roles().direction;
        if (column && context.current.values[table]->roles().judged())
            DirectionRules(context, table, *column).run(report);
    }
}

}  // namespace scorebook
