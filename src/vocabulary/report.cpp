// report.cpp - counting a report's findings, and the words of severities, fixes and kinds of change.
#include "scorebook/report.hpp"

#include <algorithm>
#include <cstddef>

namespace scorebook {

std::string_view to_text(Severity severity) {
    switch (severity) {
        case Severity::info:
            return "info";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return {};
}

std::string_view to_text(Fix fix) {
    switch (fix) {
        case Fix::safe:
            return "safe";
        case Fix::ask:
            return "ask";
        case Fix::none:
            return "none";
    }
    return {};
}

std::string_view to_text(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::value:
            return "value";
        case ChangeKind::cached:
            return "cached";
        case ChangeKind::fill:
            return "fill";
    }
    return {};
}

std::string to_hex(Rgb colour) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (int shift = 20; shift >= 0; shift -= 4) text += digits[(colour >> shift) & 0xF];
    return text;
}

std::size_t Report::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const Finding& finding) { return finding.severity == severity; }));
}

}  // namespace scorebook
