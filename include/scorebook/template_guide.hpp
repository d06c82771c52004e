// template_guide.hpp - what a workbook kind is, in words, for people who want to prepare or understand one.
#pragma once

#include <string>
#include <vector>

namespace scorebook {

struct WorkbookTemplate;

struct TemplateSummary {
    std::string name;         ///< "risk-register"
    std::string title;        ///< "Corporate risk and opportunity register"
    std::string description;  ///< a sentence or two
};

TemplateSummary template_summary(const WorkbookTemplate& kind);

/// One heading with what belongs to it, in plain English: the tables, their columns, scales, what is computed
/// and checked.
struct GuideSection {
    std::string heading;
    std::vector<std::string> lines;
};

std::vector<GuideSection> template_guide(const WorkbookTemplate& kind);

}  // namespace scorebook
