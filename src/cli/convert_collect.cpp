// convert_collect.cpp - records are read and put into lines by several threads, and joined in order by one.
#include "cli/convert_collect.hpp"

#include <memory>
#include <utility>

#include "cli/interruption.hpp"
#include "cli/ordered_jobs.hpp"
#include "scorebook/collected_set.hpp"
#include "scorebook/error.hpp"
#include "scorebook/refresh.hpp"

namespace scorebook::cli {

namespace {

struct Piece {
    ReturnRecord record;
    std::string csv;
    std::string json;
};

}  // namespace

void collect_kind(const ConvertFolder& folder, const std::string& kind, const std::vector<std::string>& names,
                  std::size_t threads, const std::function<void(std::size_t)>& added) {
    UnfinishedFile csv(folder.collected(kind + ".csv")), json(folder.collected(kind + ".jsonl"));
    csv.append(collected_csv_heading());
    CollectedSet set;
    std::vector<std::unique_ptr<Piece>> pieces(names.size());
    std::string gone;
    run_in_order(
        names.size(), threads,
        [&](std::size_t index) {
            if (Interruption::was_asked_for()) return JobResult{};
            auto record = folder.read_record(names[index]);
            if (!record) return JobResult{};
            auto piece = std::make_unique<Piece>();
            piece->csv = collected_csv_rows(*record);
            piece->json = collected_json_rows(*record);
            piece->record = std::move(*record);
            piece->record.report.clear();
            pieces[index] = std::move(piece);
            return JobResult{};
        },
        [&](std::size_t index, const JobResult&) {
            const std::unique_ptr<Piece> piece = std::move(pieces[index]);
            if (!piece) {
                if (gone.empty()) gone = names[index];
                return;
            }
            csv.append(piece->csv);
            json.append(piece->json);
            set.add(piece->record);
        },
        added);
    if (Interruption::was_asked_for()) return;
    if (!gone.empty())
        throw Error(ErrorCode::cannot_read, folder.record_path(gone).string(), {},
                    "what was kept of " + gone + " is gone, so nothing was collected; run again");
    const std::string workbook = set.workbook();
    if (Interruption::was_asked_for()) return;
    put_file(folder.collected(kind + ".xlsx"), workbook);
    csv.put_in_place();
    json.put_in_place();
}

}  // namespace scorebook::cli
