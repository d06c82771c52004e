// claim_verdict.cpp - words that take a sentence out of its table's reach.
#include "checks/claim_verdict.hpp"

#include "checks/wording.hpp"
#include "tables/period_text.hpp"

namespace scorebook {

bool speaks_of_plans(std::string_view plain) {
    return has_any_word(
        plain, {"will",       "would",       "should",    "could", "may",       "might",   "plan",
                "plans",      "planned",     "aim",       "aims",  "aiming",    "expect*", "forecast*",
                "predict*",   "estimate*",   "need",      "needs", "hope*",     "intend*", "if",
                "to improve", "to increase", "to reduce", "not",   "potential*"});
}

bool speaks_of_elsewhere(std::string_view plain) {
    return speaks_of_plans(plain) ||
           has_any_word(plain, {"last",       "previous", "previously", "since",      "prior",   "earlier",
                                "ago",        "national", "nationally", "england",    "region",  "regional",
                                "north west", "average",  "year to",    "by the end", "to date", "at the end",
                                "compared",   "before",   "month",      "week",       "monthly", "weekly",
                                "once",       "baseline"}) ||
           find_period(plain).has_value();
}

}  // namespace scorebook
