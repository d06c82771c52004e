// registers.hpp - the registers the tests of the command line run on.
#pragma once

#include <string>

namespace scorebook::test {

/// Two risks, everything as it should be.
std::string clean_register();

/// The same with a risk score that isn't impact times likelihood: H6 says 12 where 5 x 5 is 25.
std::string faulty_register();

/// The faulty one as last period had it, its score accepted on a Scorebook sheet.
std::string register_with_acceptance();

/// A workbook of another kind: no table scorebook knows.
std::string shopping_list();

}  // namespace scorebook::test
