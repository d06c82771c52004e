// ods_styles.hpp - the styles of an OpenDocument spreadsheet: those made while it is written, and those every
// one has.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "report/layout.hpp"

namespace scorebook {

struct OdsCellStyle {
    double points = 10;
    bool is_bold = false;
    bool is_wrapped = true;
    bool is_middle = false;
    bool has_lines = false;
    Alignment alignment = Alignment::left;
    std::optional<Rgb> fill;
    Rgb text = 0;
    std::string number_format;
    std::string parent;

    auto key() const {
        return std::tie(points, is_bold, is_wrapped, is_middle, has_lines, alignment, fill, text,
                        number_format, parent);
    }
    friend bool operator<(const OdsCellStyle& a, const OdsCellStyle& b) { return a.key() < b.key(); }
};

/// Names of styles, each made once.
class OdsStyles {
  public:
    std::string column(double pixels);
    std::string row(double points);
    std::string cell(const OdsCellStyle& style);

    /// <office:automatic-styles> with all that were named.
    std::string automatic() const;

  private:
    std::map<int, std::string> columns_;  ///< by pixels
    std::map<int, std::string> rows_;     ///< by hundredths of a point
    std::map<OdsCellStyle, std::string> cells_;
    std::string xml_;
};

/// A whole part with all name spaces: `name` is "content" or "styles".
std::string ods_document(const std::string& name, const std::string& inside);
std::string ods_common_styles();
std::string ods_manifest();

}  // namespace scorebook
