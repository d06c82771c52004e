// set_formats.hpp - how the sheets of a collected set look: headings, wrapped text, and bands whose word is
// the data and whose colour is decoration.
#pragma once

#include <xlsxwriter.h>

#include <map>
#include <string>
#include <vector>

#include "scorebook/collected_return.hpp"

namespace scorebook {

class SetFormats {
  public:
    SetFormats(lxw_workbook* workbook, const std::vector<CollectedBand>& bands);

    lxw_format* title() const { return title_; }
    lxw_format* note() const { return note_; }
    lxw_format* heading() const { return heading_; }
    lxw_format* number_heading() const { return number_heading_; }
    lxw_format* text() const { return text_; }        ///< wrapped, at the top
    lxw_format* line() const { return line_; }        ///< cut off where the next cell begins
    lxw_format* comment() const { return comment_; }  ///< a line beside a number
    lxw_format* number() const { return number_; }    ///< General
    lxw_format* link() const { return link_; }
    lxw_format* axis() const { return axis_; }
    lxw_format* square() const { return square_; }  ///< of a heat map, without a band
    /// A cell with a word of status; plain for a word without a colour.
    lxw_format* band(const std::string& word) const;
    /// A square of the heat map.
    lxw_format* square_of(const std::string& word) const;

    /// The fill of a band, for charts; the usual red, amber or green when the kind has no bands.
    static Rgb fill_of(const std::vector<CollectedBand>& bands, const std::string& word);

  private:
    lxw_format* title_;
    lxw_format* note_;
    lxw_format* heading_;
    lxw_format* number_heading_;
    lxw_format* text_;
    lxw_format* line_;
    lxw_format* comment_;
    lxw_format* number_;
    lxw_format* link_;
    lxw_format* axis_;
    lxw_format* square_;
    std::map<std::string, lxw_format*> bands_;
    std::map<std::string, lxw_format*> squares_;
};

/// A4 landscape, one page wide, page x of y.
void set_up_page(lxw_worksheet* sheet);

}  // namespace scorebook
