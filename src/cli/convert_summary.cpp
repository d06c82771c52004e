// convert_summary.cpp - lines and tables of a batch.
#include "cli/convert_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/text_lines.hpp"
#include "scorebook/csv.hpp"

namespace scorebook::cli {

namespace {

using What = ReturnOutcome::What;

bool is_there(const ReturnOutcome& outcome) {
    return outcome.what == What::done || outcome.what == What::unchanged;
}

std::string padded(std::string text, std::size_t width) {
    const auto length = static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
    if (length < width) text.append(width - length, ' ');
    return text;
}

Colour colour_of(const ReturnOutcome& outcome) {
    if (outcome.what == What::failed || outcome.errors != 0 || outcome.kind.empty()) return Colour::red;
    return outcome.warnings != 0 ? Colour::yellow : Colour::none;
}

std::string findings_text(const ReturnOutcome& outcome) {
    if (outcome.errors + outcome.warnings + outcome.remarks == 0) return "no findings";
    std::string text;
    const auto add = [&](std::size_t count, std::string_view plural) {
        if (count != 0) text += (text.empty() ? "" : ", ") + counted(count, plural);
    };
    add(outcome.errors, "errors");
    add(outcome.warnings, "warnings");
    add(outcome.remarks, "remarks");
    return text;
}

}  // namespace

std::string summary_line(const std::string& name, const ReturnOutcome& outcome, std::size_t name_width,
                         const TextLook& look) {
    std::string line = padded(printable(name), name_width) + "  ";
    if (outcome.what == What::failed)
        return line + coloured("not done", Colour::red, look.colour) + "\n" +
               wrapped(printable(outcome.error), "    ", 4, look.width);
    line += padded(outcome.kind.empty() ? "-" : outcome.kind, 21) + "  " +
            padded(outcome.period.empty() ? "-" : printable(outcome.period), 14) + "  " +
            fmt::format("{:>5}", outcome.entries) + "  " +
            coloured(padded(outcome.conformance, 19), colour_of(outcome), look.colour) + "  " +
            findings_text(outcome);
    if (outcome.changes != 0) line += ", " + counted(outcome.changes, "cells") + " put right";
    if (outcome.what == What::unchanged)
        line += "  (unchanged)";
    else
        line += fmt::format("  {:.2f} s", outcome.seconds);
    return line + "\n";
}

std::string closing_lines(const std::vector<ReturnOutcome>& outcomes, std::size_t passed_over, double seconds,
                          const std::string& folder) {
    std::map<std::string, std::pair<std::size_t, std::size_t>> kinds;
    std::size_t done = 0, unchanged = 0, failed = 0, unknown = 0, with_errors = 0, elsewhere = 0;
    for (const ReturnOutcome& outcome : outcomes) {
        done += is_there(outcome) ? 1 : 0;
        unchanged += outcome.what == What::unchanged ? 1 : 0;
        failed += outcome.what == What::failed ? 1 : 0;
        elsewhere += outcome.what == What::of_another_shard ? 1 : 0;
        if (!is_there(outcome)) continue;
        unknown += outcome.kind.empty() ? 1 : 0;
        with_errors += outcome.errors != 0 && !outcome.kind.empty() ? 1 : 0;
        if (outcome.kind.empty()) continue;
        auto& [returns, entries] = kinds[outcome.kind];
        ++returns;
        entries += outcome.entries;
    }
    std::string text = "\n" + counted(done + failed, "returns") + fmt::format(" in {:.1f} s", seconds);
    if (seconds > 0.1)
        text += fmt::format(" ({:.0f} a second)", static_cast<double>(done + failed) / seconds);
    text +=
        ": " + fmt::format("{} without errors, {} with errors", done - with_errors - unknown, with_errors);
    if (unknown != 0) text += fmt::format(", {} not recognised", unknown);
    if (failed != 0) text += fmt::format(", {} not done", failed);
    if (unchanged != 0) text += fmt::format("; {} unchanged since the last run", unchanged);
    text += "\n";
    if (elsewhere != 0) text += counted(elsewhere, "returns") + " belong to other shards\n";
    if (passed_over != 0) text += counted(passed_over, "files") + " passed over: no workbooks and no CSV\n";
    for (const auto& [kind, count] : kinds)
        text += fmt::format("  {:<22} {:>6} {:<8} {:>8} {}\n", kind, count.first,
                            count.first == 1 ? "return" : "returns", count.second,
                            count.second == 1 ? "entry" : "entries");
    if (!folder.empty()) text += "Written to " + printable(folder) + "\n";
    return text;
}

std::string summary_csv(const std::vector<std::string>& names, const std::vector<ReturnOutcome>& outcomes) {
    std::string text =
        "file,kind,period,entries,errors,warnings,remarks,put_right,conformance,why_not_done\n";
    for (std::size_t i = 0; i != names.size(); ++i) {
        const ReturnOutcome& outcome = outcomes[i];
        if (outcome.what == What::of_another_shard || outcome.what == What::not_begun) continue;
        text += csv_field(names[i]) + "," + csv_field(outcome.kind) + "," + csv_field(outcome.period) +
                fmt::format(",{},{},{},{},{},", outcome.entries, outcome.errors, outcome.warnings,
                            outcome.remarks, outcome.changes) +
                csv_field(outcome.conformance) + "," + csv_field(outcome.error) + "\n";
    }
    return text;
}

std::string times_csv(const std::vector<std::string>& names, const std::vector<ReturnOutcome>& outcomes) {
    std::string text = "file,seconds\n";
    for (std::size_t i = 0; i != names.size(); ++i) {
        if (outcomes[i].what == What::done || outcomes[i].what == What::failed)
            text += csv_field(names[i]) + fmt::format(",{:.4f}\n", outcomes[i].seconds);
    }
    return text;
}

}  // namespace scorebook::cli
