// caught_error.hpp - the Error a call ends with, so that a test can look at its code and its sentence.
#pragma once

#include <optional>
#include <string>

#include "scorebook/error.hpp"

namespace scorebook::test {

template <typename Call>
std::optional<Error> caught_error(const Call& call) {
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

/// True when `error` has this code and its text holds `words`.
inline bool says(const std::optional<Error>& error, ErrorCode code, const std::string& words) {
    return error && error->code() == code && std::string(error->what()).find(words) != std::string::npos;
}

}  // namespace scorebook::test
