// score_text.hpp - scores and levels typed as text: "12", "12 (3x4)", "5x4=20", "I4 L3", "4 - Major", "Red
// 20".
#pragma once

#include <optional>
#include <string_view>

namespace scorebook {

struct ScoreText {
    std::optional<double> score;
    std::optional<int> impact;
    std::optional<int> likelihood;
    bool is_plain_number = false;    ///< nothing but a number, spaces and a footnote mark
    bool product_disagrees = false;  ///< "5x4=25"
};

/// Impact comes first unless letters say otherwise ("L3 x I4"). No score when the text has none, or several.
ScoreText read_score_text(std::string_view text);

/// A number in text as people type amounts: "1,133", "£45 100", "78.4%", "(4.2)", "£1.61m". The unit stays as
/// printed.
std::optional<double> read_amount(std::string_view text);

}  // namespace scorebook
