// ordered_jobs.cpp - one mutex, one queue of finished results.
#include "cli/ordered_jobs.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace scorebook::cli {

void run_in_order(std::size_t count, std::size_t threads, const std::function<JobResult(std::size_t)>& job,
                  const std::function<void(std::size_t, const JobResult&)>& take,
                  const std::function<void(std::size_t)>& finished) {
    threads = std::min(threads, count);
    if (threads <= 1) {
        // One at a time needs no other thread, which would cost as much as a small workbook's checks.
        for (std::size_t index = 0; index != count; ++index) {
            take(index, job(index));
            finished(index + 1);
        }
        return;
    }
    constexpr std::size_t most_held = 256;
    std::mutex mutex;
    std::condition_variable changed;
    std::map<std::size_t, JobResult> results;
    std::size_t next_job = 0;
    std::size_t next_taken = 0;
    std::size_t done = 0;

    const auto work = [&] {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock,
                         [&] { return next_job == count || next_job < next_taken + most_held + threads; });
            if (next_job == count) return;
            const std::size_t index = next_job++;
            lock.unlock();
            JobResult result = job(index);
            lock.lock();
            results.emplace(index, std::move(result));
            ++done;
            changed.notify_all();
        }
    };

    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i != threads; ++i) workers.emplace_back(work);
    std::unique_lock lock(mutex);
    std::size_t told = 0;
    while (next_taken != count) {
        changed.wait(lock, [&] { return results.contains(next_taken) || done != told; });
        while (!results.empty() && results.begin()->first == next_taken) {
            const JobResult result = std::move(results.begin()->second);
            results.erase(results.begin());
            const std::size_t index = next_taken++;
            changed.notify_all();
            lock.unlock();
            take(index, result);
            lock.lock();
        }
        if (told != done) {
            told = done;
            lock.unlock();
            finished(told);
            lock.lock();
        }
    }
}

}  // namespace scorebook::cli
