// convert_inputs.cpp - each place followed down to files, each file once.
#include "cli/convert_inputs.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <string_view>
#include <system_error>

#include "cli/file_pattern.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"

namespace scorebook::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 10> endings = {".xlsx", ".xlsm", ".xltx", ".xltm", ".csv",
                                                      ".tsv",  ".xls",  ".xlsb", ".ods",  ".numbers"};

std::string ending_of(const fs::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending;
}

bool is_return(const fs::path& path) {
    const std::string name = path.filename().string();
    if (name.starts_with("~$") || name.starts_with(".")) return false;
    return std::find(endings.begin(), endings.end(), ending_of(path)) != endings.end();
}

bool is_pattern(const std::string& text) {
    return text.find_first_of("*?[") != std::string::npos;
}

class InputFinder {
  public:
    InputFinder(const fs::path& output, std::size_t folders) : several_folders_(folders > 1) {
        std::error_code ignored;
        output_ = fs::weakly_canonical(output, ignored);
    }

    void add_argument(const std::string& argument) {
        std::error_code ignored;
        if (argument.starts_with("@")) {
            add_list(argument.substr(1));
        } else if (ending_of(argument) == ".txt" && fs::is_regular_file(argument, ignored)) {
            add_list(argument);
        } else {
            add_place(argument, {});
        }
    }

    ConvertInputs found() {
        std::sort(found_.inputs.begin(), found_.inputs.end(), [](const auto& a, const auto& b) {
            return a.name != b.name ? a.name < b.name : a.path < b.path;
        });
        std::set<std::string> names, workbooks;
        for (ConvertInput& input : found_.inputs) {
            input.name = free_name(input.name, names);
            const std::string ending = ending_of(input.path);
            const bool is_text = ending == ".csv" || ending == ".tsv";
            input.workbook = free_name(is_text ? input.name + ".xlsx" : input.name, workbooks);
        }
        // A merge only knows the names, so their order is the order of the set.
        std::sort(found_.inputs.begin(), found_.inputs.end(),
                  [](const auto& a, const auto& b) { return a.name < b.name; });
        return std::move(found_);
    }

  private:
    /// `name`, or "name (2).xlsx" when it is taken.
    static std::string free_name(const std::string& name, std::set<std::string>& taken) {
        const fs::path path(name);
        std::string free = name;
        for (int number = 2; !taken.insert(free).second; ++number)
            free = (path.parent_path() /
                    (path.stem().string() + " (" + std::to_string(number) + ")" + path.extension().string()))
                       .string();
        return free;
    }

    /// A file, folder or pattern; from the working folder, else from `beside`.
    void add_place(const std::string& text, const fs::path& beside) {
        std::error_code ignored;
        fs::path path(text);
        if (!fs::exists(path, ignored) && !beside.empty() && path.is_relative() &&
            (fs::exists(beside / path, ignored) || is_pattern(text)))
            path = beside / path;
        if (fs::is_directory(path, ignored))
            add_folder(path);
        else if (!fs::exists(path, ignored) && is_pattern(text))
            add_pattern(fs::exists(text, ignored) ? text : path.string(), text);
        else
            add_file(path, path.filename().string(), {});
    }

    void add_list(const fs::path& list) {
        std::string text;
        try {
            text = read_workbook_file(list);
        } catch (const Error& error) {
            throw error.with_file(list.string());
        }
        std::string_view rest(text);
        if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
        while (!rest.empty()) {
            const std::size_t end = rest.find('\n');
            std::string line(rest.substr(0, end));
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
            while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
            if (!line.empty() && line.front() != '#') add_place(line, list.parent_path());
        }
    }

    void add_pattern(const std::string& pattern, const std::string& as_given) {
        const std::vector<fs::path> matches = files_matching(pattern);
        for (const fs::path& path : matches) {
            std::error_code ignored;
            if (fs::is_directory(path, ignored))
                add_folder(path);
            else if (is_return(path))
                add_file(path, path.filename().string(), {});
            else
                ++found_.passed_over;
        }
        if (matches.empty()) add_file(as_given, as_given, "no file has a name like this");
    }

    void add_folder(const fs::path& folder) {
        const fs::path whole = folder.lexically_normal();
        const fs::path own = whole.has_filename() ? whole.filename() : whole.parent_path().filename();
        std::error_code error;
        auto entry = fs::recursive_directory_iterator(folder, error);
        for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            std::error_code ignored;
            if (entry->is_directory(ignored)) {
                if (name.starts_with(".") || fs::weakly_canonical(entry->path(), ignored) == output_)
                    entry.disable_recursion_pending();
            } else if (is_return(entry->path()) && entry->is_regular_file(ignored)) {
                const fs::path relative = entry->path().lexically_relative(folder);
                add_file(entry->path(), (several_folders_ ? own / relative : relative).generic_string(), {});
            } else if (!name.starts_with(".") && !name.starts_with("~$")) {
                ++found_.passed_over;
            }
        }
        if (error)
            throw Error(ErrorCode::cannot_read, folder.string(), {},
                        "the folder can't be read: " + error.message());
    }

    void add_file(const fs::path& path, std::string name, std::string error) {
        std::error_code ignored;
        const fs::path real = fs::weakly_canonical(path, ignored);
        if (!seen_.insert(real.empty() ? path : real).second) return;
        // Names stand in lists and tables, a line each.
        std::replace_if(
            name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, '_');
        found_.inputs.push_back({path, std::move(name), {}, std::move(error)});
    }

    fs::path output_;
    bool several_folders_;
    std::set<fs::path> seen_;
    ConvertInputs found_;
};

}  // namespace

ConvertInputs find_inputs(const std::vector<std::string>& arguments, const fs::path& output) {
    std::error_code ignored;
    const auto folders = std::count_if(arguments.begin(), arguments.end(), [&](const std::string& argument) {
        return fs::is_directory(argument, ignored);
    });
    InputFinder finder(output, static_cast<std::size_t>(folders));
    for (const std::string& argument : arguments) finder.add_argument(argument);
    return finder.found();
}

}  // namespace scorebook::cli
