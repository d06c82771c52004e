// progress_bar.hpp - how far a batch is: a bar, files a second, time left.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/options.hpp"

namespace scorebook::cli {

/// "[#####-----]   500 of 1,000   320 files/s   2 s left"
std::string progress_text(std::size_t done, std::size_t total, double seconds);

/// On standard error, over itself on a terminal, at most ten times a second; elsewhere a line a tenth of the
/// way.
class ProgressBar {
  public:
    ProgressBar(const Options& options, std::size_t total);

    void show(std::size_t done);
    /// Makes room for other lines.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;
    std::size_t total_;
    bool is_wanted_ = false;
    bool overwrites_ = false;
    bool is_shown_ = false;
    std::size_t next_line_ = 0;
    Clock::time_point began_ = Clock::now();
    Clock::time_point shown_at_;
};

}  // namespace scorebook::cli
