// cell_source.cpp - views of values, for sources that have nothing shorter.
#include "formula/cell_source.hpp"

namespace scorebook {

CellView view_of(const CellValue& value) {
    CellView view;
    if (const auto* number = std::get_if<double>(&value)) {
        view.kind = CellView::Kind::number;
        view.number = *number;
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        view.kind = CellView::Kind::text;
        view.text = *text;
    } else if (const auto* boolean = std::get_if<bool>(&value)) {
        view.kind = CellView::Kind::boolean;
        view.number = *boolean ? 1 : 0;
    } else if (const auto* error = std::get_if<CellError>(&value)) {
        view.kind = CellView::Kind::error;
        view.error = *error;
    }
    return view;
}

void CellSource::visit_views(SheetIndex sheet, const CellRange& range,
                             const std::function<bool(CellRef, const CellView&)>& visit_view) const {
    visit(sheet, range,
          [&](CellRef cell, const CellValue& value) { return visit_view(cell, view_of(value)); });
}

}  // namespace scorebook
