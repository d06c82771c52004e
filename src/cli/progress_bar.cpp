// progress_bar.cpp - the time left is what the files so far took, carried on.
#include "cli/progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/standard_streams.hpp"

namespace scorebook::cli {

namespace {

std::string grouped(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
    return digits;
}

std::string duration_text(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    if (whole < 100) return std::to_string(whole) + " s";
    if (whole < 6000) return fmt::format("{}:{:02} min", whole / 60, whole % 60);
    return fmt::format("{}:{:02} h", whole / 3600, whole / 60 % 60);
}

}  // namespace

std::string progress_text(std::size_t done, std::size_t total, double seconds) {
    constexpr std::size_t width = 24;
    const std::size_t filled = total == 0 ? width : width * done / total;
    std::string text = "[" + std::string(filled, '#') + std::string(width - filled, '-') + "] " +
                       grouped(done) + " of " + grouped(total);
    if (done == 0 || seconds <= 0) return text;
    const double rate = static_cast<double>(done) / seconds;
    text += rate >= 10 ? fmt::format("  {:.0f} files/s", rate) : fmt::format("  {:.1f} files/s", rate);
    return text + "  " + duration_text(static_cast<double>(total - done) / rate) + " left";
}

ProgressBar::ProgressBar(const Options& options, std::size_t total)
    : total_(total), overwrites_(is_error_terminal()) {
    is_wanted_ =
        total > 1 && (options.progress == Progress::always ||
                      (options.progress == Progress::when_terminal && overwrites_ && !options.quiet));
}

void ProgressBar::show(std::size_t done) {
    if (!is_wanted_) return;
    const Clock::time_point now = Clock::now();
    const double seconds = std::chrono::duration<double>(now - began_).count();
    if (overwrites_) {
        if (done != total_ && now - shown_at_ < std::chrono::milliseconds(100)) return;
        write_standard_error("\r" + progress_text(done, total_, seconds) + "\x1b[K");
        is_shown_ = true;
        shown_at_ = now;
    } else if (done >= next_line_ || done == total_) {
        write_standard_error(progress_text(done, total_, seconds) + "\n");
        next_line_ = done + std::max<std::size_t>(1, total_ / 10);
    }
}

void ProgressBar::clear() {
    if (is_shown_) write_standard_error("\r\x1b[K");
    is_shown_ = false;
}

}  // namespace scorebook::cli
