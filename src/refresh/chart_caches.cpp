// chart_caches.cpp - each series' reference is worked out as a formula, its cells read, its points compared.
#include "refresh/chart_caches.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string_view>

#include "bytes/number_text.hpp"
#include "bytes/splice.hpp"
#include "bytes/xml_text.hpp"
#include "formula/evaluate.hpp"
#include "formula/formula_parser.hpp"
#include "formula/number_format.hpp"
#include "formula/workbook_cells.hpp"
#include "formula/workspace.hpp"
#include "sheet/xml_cursor.hpp"
#include "sheet/xml_encoding.hpp"

namespace scorebook {

namespace {

using formula::Area;

constexpr std::string_view chart_type = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

/// More cells than any chart shows; Excel's own limit is 32,000 points a series in a 2-D chart, 256,000 in
/// all.
constexpr std::size_t max_points = 1'000'000;

/// One <c:pt idx="3"><c:v>25</c:v></c:pt>.
struct Point {
    std::uint32_t index = 0;
    ByteRange bytes;  ///< the whole element
    ByteRange text;   ///< inside <c:v>; empty range when there is none
    bool has_text = false;
};

/// The points of a cache, or of one level of it.
struct PointList {
    std::vector<Point> points;
    std::uint64_t end = 0;  ///< where further points go
};

struct Cache {
    bool is_number = false;
    bool has_levels = false;
    std::string reference;  ///< <c:f>
    std::string prefix;     ///< "c:"
    ByteRange count;        ///< the value of <c:ptCount val="..">
    std::uint32_t point_count = 0;
    std::vector<PointList> lists;
};

struct ChartPart {
    std::vector<Cache> caches;
    bool shows_visible_only = false;
};

ByteRange range_in(std::string_view xml, std::string_view part) {
    const auto begin = static_cast<std::uint64_t>(part.data() - xml.data());
    return {begin, begin + part.size()};
}

std::uint32_t number_in(std::string_view text) {
    const auto number = parse_number(text);
    return number && *number >= 0 && *number <= max_points ? static_cast<std::uint32_t>(*number) : 0;
}

class ChartReader {
  public:
    explicit ChartReader(std::string_view xml, std::string_view part) : xml_(xml), cursor_(xml, 0, part) {}

    ChartPart read() {
        XmlTag tag;
        while (cursor_.next(tag)) {
            if (!tag.opens()) continue;
            const std::string_view name = tag.local_name;
            if (name == "plotVisOnly") part_.shows_visible_only = is_true(tag.attribute("val").value_or("1"));
            if (tag.closes()) continue;
            if (name == "numRef" || name == "strRef" || name == "multiLvlStrRef") read_reference(tag);
        }
        return std::move(part_);
    }

  private:
    void read_reference(const XmlTag& opened) {
        const std::size_t depth = cursor_.depth();
        Cache cache;
        cache.is_number = opened.local_name == "numRef";
        cache.has_levels = opened.local_name == "multiLvlStrRef";
        cache.prefix =
            opened.qualified_name.substr(0, opened.qualified_name.size() - opened.local_name.size());
        bool has_cache = false;
        XmlTag tag;
        while (cursor_.next(tag) && cursor_.depth() >= depth) {
            if (!tag.opens()) continue;
            const std::string_view name = tag.local_name;
            if (name == "f" && !tag.closes()) {
                append_text(cache.reference, inside(tag), ExcelEscapes::keep);
            } else if (name == "numCache" || name == "strCache" || name == "multiLvlStrCache") {
                has_cache = !tag.closes();
                if (has_cache && !cache.has_levels) cache.lists.push_back({{}, tag.bytes.end});
            } else if (name == "lvl") {
                cache.lists.push_back({{}, tag.bytes.end});
                if (tag.closes()) has_cache = false;  // <c:lvl/> has no place for points
            } else if (name == "ptCount") {
                const std::string_view value = tag.attribute("val").value_or("");
                cache.count = range_in(xml_, value);
                cache.point_count = number_in(value);
                const std::size_t end = tag.closes() ? tag.bytes.end : cursor_.skip_element(tag).bytes.end;
                if (!cache.has_levels && !cache.lists.empty()) cache.lists.back().end = end;
            } else if (name == "pt" && !tag.closes() && !cache.lists.empty()) {
                read_point(tag, cache.lists.back());
            }
        }
        if (has_cache && !cache.lists.empty() && !cache.count.empty())
            part_.caches.push_back(std::move(cache));
    }

    void read_point(const XmlTag& opened, PointList& list) {
        Point point;
        point.index = number_in(opened.attribute("idx").value_or(""));
        const std::size_t depth = cursor_.depth();
        XmlTag tag;
        while (cursor_.next(tag) && cursor_.depth() >= depth) {
            if (tag.local_name != "v" || !tag.opens() || tag.closes()) continue;
            point.text = range_in(xml_, inside(tag));
            point.has_text = true;
        }
        point.bytes = {opened.bytes.begin, tag.bytes.end};
        list.end = tag.bytes.end;
        list.points.push_back(point);
    }

    /// What stands between the tags of the element just opened.
    std::string_view inside(const XmlTag& opened) {
        const XmlTag close = cursor_.skip_element(opened);
        return slice(xml_, {opened.bytes.end, close.bytes.begin});
    }

    std::string_view xml_;
    XmlCursor cursor_;
    ChartPart part_;
};

class ChartRefresher {
  public:
    ChartRefresher(const Workbook& workbook, const std::map<std::size_t, std::vector<CellWrite>>& writes)
        : workbook_(workbook), writes_(writes), cells_(workbook), workspace_(cells_, {}) {
        for (const auto& [sheet, cells] : writes) {
            for (const CellWrite& write : cells) {
                if (write.value != nullptr) cells_.set(sheet, write.cell, *write.value);
            }
        }
    }

    std::string refreshed(const std::string& xml, const std::string& part_name) {
        const ChartPart chart = ChartReader(xml, part_name).read();
        std::vector<Splice> splices;
        for (const Cache& cache : chart.caches) refresh(xml, chart, cache, splices);
        return splices.empty() ? xml : apply_splices(xml, splices);
    }

  private:
    std::vector<Area> areas_of(const std::string& reference) {
        const auto tree = formula::parse_formula(reference, CellRef{}).tree;
        if (!tree) return {};
        formula::Evaluation evaluation(workspace_, *tree, 0, CellRef{}, formula::Mode::array);
        const formula::Value value = evaluation.run();
        workspace_.take_reason();
        const formula::Reference* found = value.reference();
        return found == nullptr ? std::vector<Area>{} : found->areas;
    }

    bool is_written(const Area& area) const {
        const auto sheet = writes_.find(area.sheet);
        return sheet != writes_.end() &&
               std::any_of(sheet->second.begin(), sheet->second.end(), [&](const CellWrite& write) {
                   return write.value != nullptr && area.range.contains(write.cell);
               });
    }

    bool is_hidden(const Area& area, CellRef cell) const {
        const Sheet& sheet = workbook_.sheets()[area.sheet];
        return sheet.is_row_hidden(cell.row_index) || sheet.is_column_hidden(cell.column_index);
    }

    struct Place {
        SheetIndex sheet;
        CellRef cell;
    };

    /// The cells of a list of points, row by row.
    std::vector<Place> places_of(const std::vector<Area>& areas, bool only_visible) const {
        std::vector<Place> places;
        for (const Area& area : areas) {
            for (std::uint32_t row = area.range.first.row_index; row <= area.range.last.row_index; ++row) {
                for (std::uint32_t column = area.range.first.column_index;
                     column <= area.range.last.column_index; ++column) {
                    if (only_visible && is_hidden(area, {row, column})) continue;
                    if (places.size() == max_points) return {};
                    places.push_back({area.sheet, {row, column}});
                }
            }
        }
        return places;
    }

    /// The areas of each list: one for a plain cache; for levels the columns from right to left.
    static std::vector<std::vector<Area>> areas_of_lists(const Cache& cache, const std::vector<Area>& areas) {
        if (!cache.has_levels) return {areas};
        if (areas.size() != 1 || areas[0].range.column_count() != cache.lists.size()) return {};
        std::vector<std::vector<Area>> lists;
        for (std::size_t i = cache.lists.size(); i-- > 0;) {
            Area column = areas[0];
            column.range.first.column_index += static_cast<std::uint32_t>(i);
            column.range.last.column_index = column.range.first.column_index;
            lists.push_back({column});
        }
        return lists;
    }

    void refresh(const std::string& xml, const ChartPart& chart, const Cache& cache,
                 std::vector<Splice>& splices) {
        const std::vector<Area> areas = areas_of(cache.reference);
        if (std::none_of(areas.begin(), areas.end(), [&](const Area& area) { return is_written(area); }))
            return;
        const auto lists = areas_of_lists(cache, areas);
        for (std::size_t i = 0; i < lists.size(); ++i) {
            std::vector<Place> places = places_of(lists[i], false);
            // Excel keeps the points of hidden rows or doesn't; the count says which.
            if (places.size() != cache.point_count) {
                std::vector<Place> visible = places_of(lists[i], true);
                if (visible.size() == cache.point_count || chart.shows_visible_only)
                    places = std::move(visible);
            }
            if (places.empty()) continue;
            if (i == 0 && places.size() != cache.point_count)
                splices.push_back({cache.count, std::to_string(places.size())});
            refresh_list(xml, cache, cache.lists[i], places, splices);
        }
    }

    /// What the cache says of a cell; empty for a blank one, which has no point.
    std::optional<std::string> point_text(const Cache& cache, const Place& place) const {
        const CellValue value = cells_.value(place.sheet, place.cell);
        if (is_blank(value)) return std::nullopt;
        if (const auto* error = std::get_if<CellError>(&value)) return std::string(to_text(*error));
        const auto* number = std::get_if<double>(&value);
        if (cache.is_number) {
            if (number != nullptr) return number_to_text(*number);
            const auto* flag = std::get_if<bool>(&value);
            return flag != nullptr && *flag ? "1" : "0";  // text is drawn as zero
        }
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
        const SheetCell* cell = workbook_.sheets()[place.sheet].cells.find(place.cell);
        if (number != nullptr && cell != nullptr) {
            if (auto shown = formula::format_value(value, workbook_.style(*cell).number_format,
                                                   workbook_.date_system()))
                return shown;
        }
        return to_text(value);
    }

    static bool is_same_text(const Cache& cache, const std::string& old, const std::string& fresh) {
        if (old == fresh) return true;
        if (!cache.is_number) return false;
        const auto a = parse_number(old);
        const auto b = parse_number(fresh);
        return a && b && *a == *b;
    }

    void refresh_list(const std::string& xml, const Cache& cache, const PointList& list,
                      const std::vector<Place>& places, std::vector<Splice>& splices) const {
        std::map<std::uint32_t, const Point*> old;
        for (const Point& point : list.points) old.emplace(point.index, &point);
        std::map<std::uint32_t, std::string> wanted;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (auto text = point_text(cache, places[i]))
                wanted.emplace(static_cast<std::uint32_t>(i), std::move(*text));
        }
        // Removed points, then new texts, then points that weren't there, each where its neighbour ends.
        std::uint64_t end = list.points.empty() ? list.end : list.points.front().bytes.begin;
        std::vector<Splice> made;
        for (const auto& [index, point] : old) {
            if (!wanted.contains(index)) made.push_back({point->bytes, {}});
        }
        for (const auto& [index, text] : wanted) {
            const auto found = old.find(index);
            if (found == old.end()) {
                const std::string p = "<" + cache.prefix;
                const std::string close = "</" + cache.prefix;
                made.push_back({{end, end},
                                p + "pt idx=\"" + std::to_string(index) + "\">" + p + "v>" +
                                    escape_xml(text) + close + "v>" + close + "pt>"});
                continue;
            }
            const Point& point = *found->second;
            end = point.bytes.end;
            if (!point.has_text) continue;
            std::string now;
            append_text(now, slice(xml, point.text), ExcelEscapes::resolve);
            if (!is_same_text(cache, now, text)) made.push_back({point.text, escape_xml(text)});
        }
        // What is put in at a place comes before what is taken out from there on.
        std::stable_sort(made.begin(), made.end(), [](const Splice& a, const Splice& b) {
            return std::pair(a.range.begin, !a.range.empty()) < std::pair(b.range.begin, !b.range.empty());
        });
        std::move(made.begin(), made.end(), std::back_inserter(splices));
    }

    const Workbook& workbook_;
    const std::map<std::size_t, std::vector<CellWrite>>& writes_;
    formula::WorkbookCells cells_;
    formula::Workspace workspace_;
};

}  // namespace

std::map<std::string, std::string> refreshed_charts(
    const Workbook& workbook, const std::map<std::size_t, std::vector<CellWrite>>& writes) {
    std::map<std::string, std::string> parts;
    std::optional<ChartRefresher> refresher;
    const Package& package = workbook.package();
    for (const std::string& name : package.part_names()) {
        if (package.content_type(name) != chart_type) continue;
        if (!refresher) refresher.emplace(workbook, writes);
        const std::string xml = to_utf8(package.read(name), name);
        std::string fresh = refresher->refreshed(xml, name);
        if (fresh != xml) parts[name] = std::move(fresh);
    }
    return parts;
}

}  // namespace scorebook
