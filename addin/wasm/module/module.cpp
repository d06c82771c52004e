// module.cpp - what scorebook.wasm shows its host: buffers to fill, one call, buffers to read.
//
// The host (addin/wasm/engine.mjs) makes an instance, fills the buffers of a request, calls
// scorebook_answer() and reads the reply. When the job can't be done the imported scorebook_failed(code,
// sentence) is called and must not return: the host throws out of it and lets the instance go, whose memory
// is then of no use.
#include <cstddef>
#include <cstdint>
#include <new>
#include <string>
#include <utility>

#include "scorebook/error.hpp"
#include "scorebook/protocol.hpp"

namespace {

enum class Buffer { options, workbook, previous };

scorebook::ProtocolRequest request;
scorebook::ProtocolReply reply;

std::string& buffer_of(Buffer which) {
    switch (which) {
        case Buffer::options:
            return request.options;
        case Buffer::workbook:
            return request.workbook;
        case Buffer::previous:
            break;
    }
    return request.previous;
}

}  // namespace

extern "C" {

// Debian compiles clang's own 128-bit division with a guard of the stack, and has nothing to go with it.
extern std::uintptr_t __stack_chk_guard;
std::uintptr_t __stack_chk_guard = 0x5C0EB00C;
[[noreturn]] void __stack_chk_fail() {
    __builtin_trap();
}

// One thread, and an instance that is let go as it is: what a thread would take down at its end stays.
int __cxa_thread_atexit(void (*)(void*), void*, void*) {
    return 0;
}

/// A buffer of the request with room for `size` bytes: 0 options, 1 workbook, 2 previous workbook.
__attribute__((export_name("scorebook_buffer"))) char* scorebook_buffer(int which, std::size_t size) {
    std::set_new_handler([] {
        scorebook::fail(scorebook::ErrorCode::too_large, "there is not enough memory for this workbook");
    });
    std::string& buffer = buffer_of(static_cast<Buffer>(which));
    buffer.resize(size);
    return buffer.data();
}

/// Answers the request and gives its buffers back.
__attribute__((export_name("scorebook_answer"))) void scorebook_answer() {
    reply = {};
    reply = scorebook::answer(std::exchange(request, {}));
}

/// The reply: 0 JSON, 1 new bytes of the workbook, which may be none.
__attribute__((export_name("scorebook_reply"))) const char* scorebook_reply(int which) {
    return (which == 0 ? reply.json : reply.workbook).data();
}
__attribute__((export_name("scorebook_reply_size"))) std::size_t scorebook_reply_size(int which) {
    return (which == 0 ? reply.json : reply.workbook).size();
}
}
