// main.cpp - make_samples DATA OUT: writes the sample workbooks from the data files, the same bytes each
// time.
#include "book_text.hpp"
#include "matrix_register.hpp"
#include "paper_register.hpp"
#include "planted_faults.hpp"
#include "register_text.hpp"

#include <algorithm>
#include <exception>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: make_samples DATA-FOLDER OUTPUT-FOLDER\n";
        return 2;
    }
    try {
        const std::filesystem::path data = argv[1], out = argv[2];
        const auto may = samples::read_register(data / "register-2016-05.txt");
        const auto march = samples::laid_over(may, samples::read_register(data / "register-2016-03.txt"));
        const double june_meeting = 42529, march_meeting = 42436;  // 8 June and 7 March 2016
        samples::write_paper_register(
            out / "risk-register-2016-05.xlsx", may,
            {"May 2016", "Quarter 1 2016/17", june_meeting, data / "highlights-2016-05.txt"});
        samples::write_paper_register(out / "risk-register-2016-03.xlsx", march,
                                      {"March 2016", "Quarter 4 2015/16", march_meeting, {}});
        samples::write_matrix_register(out / "risk-register-5x5.xlsx", may, data / "scores-5x5.tsv", {});
        samples::write_matrix_register(out / "risk-register-5x5-faulty.xlsx", may, data / "scores-5x5.tsv",
                                       samples::read_faults(data / "faults-5x5.tsv"));
        std::vector<std::filesystem::path> books;
        for (const auto& entry : std::filesystem::directory_iterator(data / "books"))
            books.push_back(entry.path());
        std::ranges::sort(books);
        for (const auto& book : books) samples::write_books(book, out);
    } catch (const std::exception& error) {
        std::cerr << "make_samples: " << error.what() << '\n';
        return 3;
    }
}
