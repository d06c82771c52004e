// utf8_paths_windows.cpp - makes std::filesystem take our UTF-8 for what it is.
//
// libstdc++ turns a path's UTF-16 into char and back by the C locale, and Windows' msvcrt.dll has none in
// UTF-8: a name with an accent would be another one. So this one conversion of the standard library is ours
// instead of the library's, which the linker then leaves out. Everything else of the library is as it was.
#include <algorithm>
#include <cwchar>
#include <locale>
#include <string_view>

namespace std {

using Wide = codecvt<wchar_t, char, mbstate_t>;

namespace {

constexpr char32_t not_a_character = 0xFFFFFFFF;

struct Sequence {
    char32_t character = not_a_character;
    ptrdiff_t length = 0;  ///< 0: the end came first
};

Sequence read_utf8(const char* at, const char* end) {
    const auto byte = [&](ptrdiff_t i) { return static_cast<unsigned char>(at[i]); };
    const unsigned first = byte(0);
    const ptrdiff_t length = first < 0x80 ? 1 : first < 0xC2 ? -1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length < 0 || first > 0xF4) return {not_a_character, 1};
    if (end - at < length) return {};
    char32_t character = length == 1 ? first : first & (0x7FU >> length);
    for (ptrdiff_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) return {not_a_character, 1};
        character = character << 6 | (byte(i) & 0x3FU);
    }
    return {character, length};
}

Sequence read_utf16(const wchar_t* at, const wchar_t* end) {
    if (*at < 0xD800 || *at > 0xDFFF) return {*at, 1};
    if (*at > 0xDBFF) return {not_a_character, 1};
    if (end - at < 2) return {};
    if (at[1] < 0xDC00 || at[1] > 0xDFFF) return {not_a_character, 1};
    return {0x10000 + ((char32_t{*at} - 0xD800) << 10) + (char32_t{at[1]} - 0xDC00), 2};
}

wstring_view as_utf16(char32_t character, wchar_t (&units)[2]) {
    if (character < 0x10000) {
        units[0] = static_cast<wchar_t>(character);
        return {units, 1};
    }
    units[0] = static_cast<wchar_t>(0xD800 + ((character - 0x10000) >> 10));
    units[1] = static_cast<wchar_t>(0xDC00 + ((character - 0x10000) & 0x3FF));
    return {units, 2};
}

string_view as_utf8(char32_t character, char (&bytes)[4]) {
    const size_t length = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    for (size_t i = length; i-- > 1; character >>= 6) bytes[i] = static_cast<char>(0x80 | (character & 0x3F));
    bytes[0] = static_cast<char>(length == 1 ? character : (0xF00U >> length & 0xFFU) | character);
    return {bytes, length};
}

template <typename From, typename To, size_t most>
codecvt_base::result convert(const From* from, const From* from_end, const From*& from_next, To* to,
                             To* to_end, To*& to_next, Sequence (*read)(const From*, const From*),
                             basic_string_view<To> (*write)(char32_t, To (&)[most])) {
    auto result = codecvt_base::ok;
    while (from != from_end) {
        const Sequence sequence = read(from, from_end);
        To units[most];
        if (sequence.length != 0 && sequence.character == not_a_character) {
            result = codecvt_base::error;
            break;
        }
        const auto text = sequence.length == 0 ? basic_string_view<To>() : write(sequence.character, units);
        if (text.empty() || to_end - to < static_cast<ptrdiff_t>(text.size())) {
            result = codecvt_base::partial;
            break;
        }
        to = copy(text.begin(), text.end(), to);
        from += sequence.length;
    }
    from_next = from;
    to_next = to;
    return result;
}

}  // namespace

codecvt_base::result Wide::do_out(mbstate_t&, const wchar_t* from, const wchar_t* from_end,
                                  const wchar_t*& from_next, char* to, char* to_end, char*& to_next) const {
    return convert<wchar_t, char, 4>(from, from_end, from_next, to, to_end, to_next, read_utf16, as_utf8);
}

codecvt_base::result Wide::do_in(mbstate_t&, const char* from, const char* from_end, const char*& from_next,
                                 wchar_t* to, wchar_t* to_end, wchar_t*& to_next) const {
    return convert<char, wchar_t, 2>(from, from_end, from_next, to, to_end, to_next, read_utf8, as_utf16);
}

int Wide::do_encoding() const noexcept {
    return 0;  // characters differ in length
}

int Wide::do_max_length() const noexcept {
    return 4;
}

int Wide::do_length(mbstate_t&, const char* from, const char* end, size_t most) const {
    const char* at = from;
    for (; at != end && most != 0; --most) {
        const Sequence sequence = read_utf8(at, end);
        if (sequence.character == not_a_character) break;
        at += sequence.length;
    }
    return static_cast<int>(at - from);
}

}  // namespace std
