// codec.cpp - libdeflate behind codec.hpp.
#include "package/codec.hpp"

#include <libdeflate.h>

#include <memory>

#include "scorebook/error.hpp"

namespace scorebook {

namespace {

struct FreeDecompressor {
    void operator()(libdeflate_decompressor* decompressor) const {
        libdeflate_free_decompressor(decompressor);
    }
};

struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

}  // namespace

bool inflate(std::string_view packed, std::size_t size, std::string& content) {
    // A workbook has dozens of parts, and each thread needs but one of these for all of them.
    thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(
        libdeflate_alloc_decompressor());
    if (!decompressor) fail(ErrorCode::too_large, "there isn't enough memory to unpack it");
    content.resize(size);
    // Without a place for the actual length libdeflate insists on exactly `size` bytes.
    return libdeflate_deflate_decompress(decompressor.get(), packed.data(), packed.size(), content.data(),
                                         size, nullptr) == LIBDEFLATE_SUCCESS;
}

std::string deflate(std::string_view content, int level) {
    const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
        libdeflate_alloc_compressor(level));
    if (!compressor) fail(ErrorCode::too_large, "there isn't enough memory to pack it");
    // Not a std::string: zeroing the bound would touch six times the memory that is written.
    const std::size_t bound = libdeflate_deflate_compress_bound(compressor.get(), content.size());
    const auto buffer = std::make_unique_for_overwrite<char[]>(bound);
    const std::size_t size =
        libdeflate_deflate_compress(compressor.get(), content.data(), content.size(), buffer.get(), bound);
    return std::string(buffer.get(), size);
}

std::uint32_t crc_32(std::string_view content) {
    return libdeflate_crc32(0, content.data(), content.size());
}

}  // namespace scorebook
