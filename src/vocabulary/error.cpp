// error.cpp - the text of an Error and the one place where errors are raised.
#include "scorebook/error.hpp"

#include <cstdlib>
#include <utility>

namespace scorebook {

namespace {

/// "register.xlsx: Risks!D7: message", leaving out what isn't known.
std::string error_text(const std::string& file, const std::string& place, const std::string& message) {
    std::string text;
    for (const std::string* part : {&file, &place}) {
        if (!part->empty()) text += *part + ": ";
    }
    return text + message;
}

}  // namespace

Error::Error(ErrorCode code, std::string file, std::string place, const std::string& message)
    : std::runtime_error(error_text(file, place, message)),
      code_(code),
      file_(std::move(file)),
      place_(std::move(place)),
      message_(message) {}

Error Error::with_file(std::string file) const {
    return {code_, std::move(file), place_, message_};
}

#if defined(__cpp_exceptions)

void fail(ErrorCode code, const std::string& message, std::string_view place) {
    throw Error(code, {}, std::string(place), message);
}

#else

// A build without exceptions (WebAssembly): the host provides this and must not return from it.
extern "C" [[noreturn]] __attribute__((import_module("scorebook"), import_name("scorebook_failed"))) void
scorebook_failed(int code, const char* text);

void fail(ErrorCode code, const std::string& message, std::string_view place) {
    scorebook_failed(static_cast<int>(code), error_text({}, std::string(place), message).c_str());
}

#endif

}  // namespace scorebook
