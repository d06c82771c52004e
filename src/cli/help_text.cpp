// help_text.cpp - written out, not made from the options, because an officer reads it.
#include "cli/help_text.hpp"

#include <string_view>

namespace scorebook::cli {

namespace {

constexpr std::string_view exit_statuses = R"(
Exit status: 0 done, 1 done with findings at or above --fail-on, 2 the command
line is wrong, 3 a file could not be read or written (the others were done).
)";

constexpr std::string_view reporting = R"(
  --format text|json     text for people (default), or one JSON object a file
  -q, --quiet            no text but errors
  -j, --jobs N           how many files at once (default: the machine's cores)
  --progress auto|always|never
                         a progress line for several files (auto: on a terminal)
)";

constexpr std::string_view replying = R"(
  --reply FILE           with --format json: the objects go into FILE, which is
                         there when all is done, in ASCII and a key a line
)";

constexpr std::string_view judging = R"(
  --template NAME|FILE   use this template, don't recognise it from the headers
  --previous FILE        last period's workbook: turns on the cross-period rules
  --as-at DATE           the day "overdue" is judged from (default: the
                         workbook's own period end, else today)
  --fail-on error|warning|never
                         which findings make the exit status 1 (default: error)
)";

constexpr std::string_view writing = R"(
  -o, --output PATH      where to write; for several files a folder
  -n, --dry-run          do everything but write
  --ignore-lock          write although an office program holds the file open
)";

/// `text` without its first line end.
std::string block(std::string_view text) {
    return std::string(text.substr(1));
}

}  // namespace

std::string general_help() {
    return block(R"(
scorebook checks and refreshes council performance and risk workbooks.

  scorebook check    FILE...            check; write nothing
  scorebook refresh  FILE... [-o OUT]   recompute, recalculate, write back
  scorebook recalc   FILE... [-o OUT]   only recalculate the workbook's formulas
  scorebook compare  OLD NEW            what changed between two periods
  scorebook convert  INPUT... -o DIR    a folder of returns, validated and collected
  scorebook appendix FILE -o OUT        formatted appendix tables
  scorebook new      TEMPLATE -o FILE   a blank, formatted workbook of that kind
  scorebook templates [NAME]            list the workbook kinds, or explain one

  scorebook COMMAND --help              the options of a command
  scorebook --version

A FILE of - is read from standard input.
)") + std::string(exit_statuses);
}

std::string command_help(Command command) {
    switch (command) {
        case Command::check:
            return block(R"(
scorebook check FILE...

Checks workbooks and says what is wrong, where, and what to do. Writes nothing.

  --profile published    also the rules for accessible spreadsheets (P01 to P85),
                         for a workbook that is to be published as it is
)") + block(judging) +
                   block(reporting) + block(replying) + std::string(exit_statuses);
        case Command::refresh:
            return block(R"(
scorebook refresh FILE... [-o OUT]

Checks workbooks, recomputes what can be recomputed and writes it back, changing
nothing else in the file. Without -o the file itself is replaced, and only when
something changed.
)") + std::string(writing) +
                   block(judging) + block(reporting) + block(replying) + std::string(exit_statuses);
        case Command::recalc:
            return block(R"(
scorebook recalc FILE... [-o OUT]

Recalculates the workbook's own formulas and stores their results.

  --verify               write nothing; list every formula whose stored result
                         differs from the recalculated one
  --as-at DATE           the day TODAY() and NOW() give (default: now)
)") + block(writing) +
                   block(reporting) + block(replying) + std::string(exit_statuses);
        case Command::compare:
            return block(R"(
scorebook compare OLD NEW

Says what changed between two periods' workbooks of one kind, in the words of a
covering report, each sentence with its cells. Writes nothing. Entries that are
gone without a reason are listed first, and make the exit status 1.

  --format text|json|markdown|html
                         text for people (default), one JSON object, or tables
                         to paste into a report
  --template NAME|FILE   use this template, don't recognise it from the headers
  --as-at DATE           the day whose threshold counts (default: the newer
                         workbook's own period end, else today)
  --fail-on error|warning|never
                         never: exit status 0 even when entries are missing
  -q, --quiet            no text but errors
)") + block(replying) +
                   std::string(exit_statuses);
        case Command::appendix:
            return block(R"(
scorebook appendix FILE -o OUT

Makes a paper's appendix of a workbook: title and period, rebuilt tables, heat
map, key and notes. OUT's ending says what is written: .xlsx, .ods, .docx,
.html, .csv, or .pdf where LibreOffice is installed.

  -o, --output PATH      where to write
  --profile working|committee|published
                         working: everything, with filters; committee (the
                         default): exempt entries removed, bands in words and
                         colour; published: also small numbers suppressed
                         and plain, accessible tables
  --previous FILE        last period's workbook: adds the highlights
  --template NAME|FILE   use this template, don't recognise it from the headers
  --as-at DATE           the day whose bands and threshold count (default: the
                         workbook's own period end, else today)
  --format text|json     text for people (default), or one JSON object
  -q, --quiet            no text but errors
)") + std::string(exit_statuses);
        case Command::make_new:
            return block(R"(
scorebook new TEMPLATE -o FILE

Makes a blank workbook of a kind: headings, lists to choose from, formulas,
colours with words, instructions and an example row. TEMPLATE is one of the
names scorebook templates lists, or a template file.

  -o, --output PATH      where to write; an existing file is not replaced
  --format text|json     text for people (default), or one JSON object
  -q, --quiet            no text but errors
)") + std::string(exit_statuses);
        case Command::convert:
            return block(R"(
scorebook convert INPUT... -o DIR

Takes the returns of a period: checks each, writes it back with a Findings
sheet, and collects all values of each kind. An INPUT is a folder, with all its
folders; a file; a pattern such as 'returns/*.xlsx'; or a list of those, a line
each (@NAME, or a file ending in .txt). Workbooks (.xlsx, .xlsm), .csv and
.tsv are read. One that can't be read is named, and the others are done.

  DIR/returns/           each return, with what can be put right put right and a
                         sheet Findings at its end
  DIR/collected/KIND.xlsx, .csv, .jsonl
                         a dashboard and every value with the cell it came from
  DIR/summary.csv        a line a return
  DIR/times.csv          seconds a return; the only file that two runs over the
                         same returns don't write alike
  DIR/.scorebook/        what --resume and --merge need

  -o, --output DIR       the folder to write into
  -n, --dry-run          do everything but write
  --resume               pass over returns that are unchanged since the last run
                         into DIR
  --shard I/N            only slice I of N, by content; each into a DIR of its own
  --merge                the INPUTs are the folders of all shards: join them into
                         what one run would have written
  --template NAME|FILE   use this template, don't recognise it from the headers
  --profile working|committee|published
                         committee and published: sheets and entries marked as
                         exempt stay out of the collected set (default: working);
                         small numbers are suppressed by appendix, not here
  --as-at DATE           the day "overdue" is judged from (default: the
                         workbook's own period end, else today)
  --fail-on error|warning|never
                         which findings make the exit status 1 (default: error)
)") + block(reporting) +
                   std::string(exit_statuses);
        case Command::templates:
            return block(R"(
scorebook templates [NAME]

Lists the workbook kinds scorebook knows, or explains one.

  --format text|json     text for people (default), or one JSON object a kind
  -q, --quiet            no text but errors
)");
    }
    return {};
}

}  // namespace scorebook::cli
