// format_section.hpp - a number format taken apart: sections, their conditions, and the items they are laid
// out with.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scorebook::formula {

enum class FormatItemKind {
    literal,  ///< text as it is
    digit,    ///< 0, # or ?: `text`
    point,
    comma,
    percent,
    exponent,  ///< E+, E-, e+ or e-: `text`
    slash,     ///< / of a fraction or date
    date,      ///< d, dd, mmm, yyyy, h, ss ...: `text`, in lower case
    minutes,   ///< m or mm beside hours or seconds
    elapsed,   ///< [h], [mm], [ss]: `text` without brackets
    fraction,  ///< .0 behind seconds: `text` holds the zeros
    am_pm,     ///< AM/PM or A/P: `text`
    text,      ///< @
    general,
};

struct FormatItem {
    FormatItemKind kind;
    std::string text;
};

struct FormatCondition {
    std::string comparison;
    double value = 0;
    bool holds(double number) const;
};

struct FormatSection {
    std::vector<FormatItem> items;
    std::optional<FormatCondition> condition;

    bool has(FormatItemKind kind) const;
    bool is_date() const;
};

/// Empty when `format` can't be read.
std::optional<std::vector<FormatSection>> read_format(std::string_view format);

}  // namespace scorebook::formula
