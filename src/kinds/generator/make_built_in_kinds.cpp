// make_built_in_kinds.cpp - run by the build: reads workbook-templates/*.xml as the library does, folds their
// headers, and writes both as constants. A mistake in a file stops the build with file:line:column.
//
//     make_built_in_kinds OUTPUT.cpp TEMPLATE.xml...
//
// What it writes has fixed-size numbers and bytes only, so a build for another machine can use it.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "scorebook/error.hpp"
#include "tables/folded_labels.hpp"
#include "templates/template_file.hpp"

namespace {

using namespace scorebook;

struct Source {
    std::string file_name;
    std::string xml;
    WorkbookTemplate kind;
};

std::string hex(std::uint64_t number) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    do {
        text.insert(text.begin(), digits[number % 16]);
        number /= 16;
    } while (number != 0);
    return "0x" + text;
}

std::string char_literal(char c) {
    if (c == '\'' || c == '\\') return std::string("'\\") + c + '\'';
    if (c >= ' ' && c <= '~') return std::string("'") + c + '\'';
    return "'\\x" + hex(static_cast<unsigned char>(c)).substr(2) + '\'';
}

/// Constants one after the other; lines stay short enough to be looked at.
class Rows {
  public:
    Rows(std::ostream& out, std::string_view type, const std::string& name) : out_(out) {
        out_ << "constexpr " << type << ' ' << name << "[] = {";
    }
    ~Rows() { out_ << "};\n"; }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    void add(const std::string& value) {
        if (column_ == 0 || column_ + value.size() > 100) {
            out_ << "\n    ";
            column_ = 4;
        }
        out_ << value << ',';
        column_ += value.size() + 1;
    }

  private:
    std::ostream& out_;
    std::size_t column_ = 0;
};

void write_text(std::ostream& out, const std::string& name, std::string_view text) {
    Rows rows(out, "char", name);
    for (const char c : text) rows.add(char_literal(c));
}

void write_bits(std::ostream& out, const std::string& name, const std::vector<std::uint64_t>& bits) {
    Rows rows(out, "std::uint64_t", name);
    for (const std::uint64_t word : bits) rows.add(hex(word));
}

std::string row_text(std::initializer_list<std::uint64_t> numbers) {
    std::string text;
    for (const std::uint64_t number : numbers) text += (text.empty() ? "{" : ",") + std::to_string(number);
    return text + '}';
}

void write_table(std::ostream& out, const std::string& name, const FoldedLabels& labels) {
    write_text(out, name + "_texts", labels.texts);
    {
        Rows rows(out, "LabelKey", name + "_keys");
        for (const LabelKey& key : labels.keys)
            rows.add(row_text({key.text, key.letters, key.first_use, key.length, key.use_count}));
    }
    {
        Rows rows(out, "LabelUse", name + "_uses");
        for (const LabelUse& use : labels.uses) rows.add(row_text({use.column, use.is_exact}));
    }
    {
        Rows rows(out, "LabelWord", name + "_words");
        for (const LabelWord& word : labels.words) rows.add(row_text({word.text, word.length, word.column}));
    }
    write_bits(out, name + "_first_words", labels.first_words);
}

void write_kind_labels(std::ostream& out, const FoldedKindLabels& labels) {
    write_text(out, "all_texts", labels.texts);
    {
        Rows rows(out, "KindKey", "all_keys");
        for (const KindKey& key : labels.keys) rows.add(row_text({key.text, key.length, key.kinds}));
    }
    write_bits(out, "all_first_words", labels.first_words);
}

void write_kinds(std::ostream& out, const std::vector<Source>& sources) {
    out << "// Made by make_built_in_kinds from workbook-templates/*.xml.\n"
           "#include <iterator>\n\n#include \"kinds/read_built_in.hpp\"\n\n"
           "namespace scorebook {\n\nnamespace {\n\n";
    std::vector<std::vector<FoldedLabels>> kinds;
    std::string rows;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const std::string kind_name = "kind_" + std::to_string(i);
        write_text(out, kind_name + "_xml", sources[i].xml);
        std::string tables;
        std::vector<FoldedLabels>& folded = kinds.emplace_back();
        for (const TableSpec& table : sources[i].kind.tables) {
            const std::string name = kind_name + "_table_" + std::to_string(folded.size());
            folded.push_back(fold_labels(table));
            write_table(out, name, folded.back());
            tables += "    {{" + name + "_texts, std::size(" + name + "_texts)}, " + name + "_keys, " + name +
                      "_uses, " + name + "_words, " + name + "_first_words},\n";
        }
        out << "constexpr LabelRows " << kind_name << "_tables[] = {\n" << tables << "};\n\n";
        rows += "    {\"" + sources[i].kind.name + "\", \"" + sources[i].file_name + "\", {" + kind_name +
                "_xml, std::size(" + kind_name + "_xml)}, " + kind_name + "_tables, &read_built_in<" +
                std::to_string(i) + ">},\n";
    }
    write_kind_labels(out, fold_kinds(kinds));
    out << "\nconstexpr BuiltInKind all_kinds[] = {\n"
        << rows
        << "};\n\nconstexpr BuiltInKinds all = {all_kinds, {{all_texts, std::size(all_texts)}, all_keys, "
           "all_first_words}};\n\n}  // namespace\n\n"
           "const BuiltInKinds& built_in_kinds() {\n    return all;\n}\n\n}  // namespace scorebook\n";
}

Source read_source(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    Source source{path.filename().string(), {std::istreambuf_iterator<char>(file), {}}, {}};
    if (!file) fail(ErrorCode::cannot_read, "it can't be read", path.string());
    source.kind = read_template(source.xml, path.string());
    return source;
}

int run(const std::filesystem::path& output, const std::vector<std::filesystem::path>& paths) {
    std::vector<Source> sources;
    for (const auto& path : paths) sources.push_back(read_source(path));
    std::sort(sources.begin(), sources.end(),
              [](const Source& x, const Source& y) { return x.kind.name < y.kind.name; });
    const auto twin =
        std::adjacent_find(sources.begin(), sources.end(),
                           [](const Source& x, const Source& y) { return x.kind.name == y.kind.name; });
    if (twin != sources.end()) {
        std::cerr << twin->file_name << " and " << std::next(twin)->file_name << " are both called "
                  << twin->kind.name << '\n';
        return 1;
    }
    if (sources.empty() || sources.size() > most_kinds) {
        std::cerr << "between 1 and " << most_kinds << " kinds can be built in, not " << sources.size()
                  << '\n';
        return 1;
    }
    std::ofstream out(output, std::ios::binary);
    write_kinds(out, sources);
    out.close();
    if (!out) {
        std::cerr << output.string() << " can't be written\n";
        return 1;
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "make_built_in_kinds OUTPUT.cpp TEMPLATE.xml...\n";
        return 2;
    }
    try {
        return run(argv[1], {argv + 2, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
