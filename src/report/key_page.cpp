// key_page.cpp - bands in force on the document's day; words in the order of the template.
#include "report/key_page.hpp"

#include <algorithm>

#include "checks/wording.hpp"
#include "report/appendix_cell.hpp"
#include "report/band_look.hpp"
#include "tables/plain_text.hpp"

namespace scorebook {

namespace {

class KeyMaker {
  public:
    KeyMaker(const CheckContext& context, AppendixProfile profile)
        : context_(context), kind_(*context.current.kind), profile_(profile) {}

    std::optional<LayoutPage> make() {
        page_.kind = LayoutPage::Kind::key;
        page_.id = "key";
        page_.title = "Key to scores and words";
        if (context_.bands && !context_.bands->bands.empty()) {
            add_bands();
            add_levels();
        } else {
            add_status_words();
        }
        if (page_.tables.empty()) return std::nullopt;
        if (profile_ == AppendixProfile::published)
            page_.lines.push_back(page_.tables.size() == 1
                                      ? "This sheet has one table."
                                      : "This sheet has two tables, one below the other.");
        return std::move(page_);
    }

  private:
    const CheckContext& context_;
    const WorkbookTemplate& kind_;
    AppendixProfile profile_;
    LayoutPage page_;

    LayoutCell word_cell(const std::string& word) const {
        LayoutCell cell = shorthand_cell(word);
        if (profile_ != AppendixProfile::published) cell.band = look_of_word(context_.bands, word);
        return cell;
    }

    void add_bands() {
        page_.lines.push_back("A score is impact times likelihood.");
        LayoutTable table;
        table.name = "Key_to_bands";
        table.caption = "Bands of scores";
        table.columns = {{"Band", Alignment::left, "band"},
                         {"Scores", Alignment::left, "scores"},
                         {"Meaning", Alignment::left, "meaning"}};
        const auto& bands = context_.bands->bands;
        for (auto band = bands.rbegin(); band != bands.rend(); ++band) {
            const std::string scores = to_text(CellValue(band->from)) + " to " + to_text(CellValue(band->to));
            table.rows.push_back(
                {LayoutRow::Kind::entry,
                 {word_cell(band->word), shorthand_cell(scores), shorthand_cell(band->meaning)}});
        }
        page_.tables.push_back(std::move(table));
    }

    /// The words of each level: those of the impact of each table, and the likelihood.
    void add_levels() {
        std::vector<std::pair<std::string, const WordList*>> axes;
        for (const TableSpec& table : kind_.tables) {
            const ColumnSpec* impact = table.find_column("impact");
            if (!impact) continue;
            if (const WordList* words = kind_.find_words(impact->words))
                axes.emplace_back("Impact of " + table.entry, words);
        }
        if (const WordList* words = kind_.find_words("likelihood")) axes.emplace_back("Likelihood", words);
        if (axes.empty()) return;
        LayoutTable table;
        table.name = "Key_to_levels";
        table.caption = "Levels of impact and likelihood";
        table.columns.push_back({"Level", Alignment::left, "level"});
        for (const auto& [name, words] : axes) table.columns.push_back({name, Alignment::left, ""});
        for (int level = kind_.matrix.size; level >= 1; --level) {
            LayoutRow row{LayoutRow::Kind::entry, {shorthand_cell(std::to_string(level))}};
            for (const auto& [name, words] : axes) {
                const auto word = std::find_if(words->words.begin(), words->words.end(),
                                               [&](const Word& each) { return each.number == level; });
                row.cells.push_back(shorthand_cell(word == words->words.end() ? "" : word->word));
            }
            table.rows.push_back(std::move(row));
        }
        page_.tables.push_back(std::move(table));
    }

    /// What a word stands for in other words: the spellings the template takes for it, signs and initials
    /// left out.
    static std::string meaning_of(const WordList& list, const Word& word) {
        std::vector<std::string> others;
        for (const std::string& synonym : word.synonyms) {
            if (fold_words(synonym).size() > 2 && others.size() < 3) others.push_back(synonym);
        }
        if (!others.empty()) return joined(others);
        for (const Word& other : list.words) {
            if (other.number == word.number && other.word != word.word) return "As " + other.word;
        }
        return {};
    }

    void add_status_words() {
        const WordList* list = kind_.find_words("status");
        if (!list) list = kind_.find_words("rating");
        if (!list) return;
        LayoutTable table;
        table.name = "Key_to_status";
        table.caption = "Words that say how things stand";
        table.columns = {{"Word", Alignment::left, "word"}, {"Meaning", Alignment::left, "meaning"}};
        for (const Word& word : list->words) {
            if (!word.number) continue;
            table.rows.push_back(
                {LayoutRow::Kind::entry, {word_cell(word.word), shorthand_cell(meaning_of(*list, word))}});
        }
        if (!table.rows.empty()) page_.tables.push_back(std::move(table));
    }
};

}  // namespace

std::optional<LayoutPage> make_key_page(const CheckContext& context, AppendixProfile profile) {
    return KeyMaker(context, profile).make();
}

}  // namespace scorebook
