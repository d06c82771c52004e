// ordered_jobs.hpp - many jobs on a few threads, their results taken in the order of the jobs.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace scorebook::cli {

/// What one job has to say.
struct JobResult {
    std::string output;  ///< for standard output
    std::string error;   ///< for standard error
    int status = 0;      ///< exit status it asks for
    bool clean = false;  ///< done, and nothing was found
};

/// Runs `job(0)` to `job(count - 1)` on at most `threads` threads; `take(index, result)` is called on this
/// thread, in order of index, as soon as the results are there. `finished(number)` is called on this thread
/// each time more jobs are done. A job must not throw. Jobs that run far ahead of a slow one wait, so that
/// few results are held.
void run_in_order(std::size_t count, std::size_t threads, const std::function<JobResult(std::size_t)>& job,
                  const std::function<void(std::size_t, const JobResult&)>& take,
                  const std::function<void(std::size_t)>& finished);

}  // namespace scorebook::cli
