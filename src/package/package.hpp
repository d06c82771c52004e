// package.hpp - a workbook file as an OPC package: zip members, content types and relationships.
//
// Reads .zip containers as Excel, LibreOffice, Google and older tools write them (data descriptors, zip64,
// absolute and relative targets, any case of part names). Knows nothing of sheets. ECMA-376 Part 2.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace scorebook {

/// One arrow from a part to another part, or to something outside.
struct Relationship {
    std::string id;      ///< "rId1"
    std::string type;    ///< the last path segment of the type URI: "worksheet", "styles" (transitional and
                         ///< strict alike)
    std::string target;  ///< the part's name without leading slash: "xl/worksheets/sheet1.xml"; as written
                         ///< when external
    bool external = false;
};

class Package {
  public:
    /// Takes the bytes of a whole file. Throws Error not_a_workbook (and says what it seems to be: empty, an
    /// encrypted or old .xls workbook in an OLE container, .xlsb, .ods, a PDF, not a zip), damaged_workbook
    /// or too_large (more than `max_inflated` once unpacked, or a ratio only a bomb has).
    static Package open(std::string bytes);

    Package(Package&&) noexcept;
    Package& operator=(Package&&) noexcept;
    ~Package();

    static constexpr std::uint64_t max_inflated = std::uint64_t{4} << 30;

    const std::string& bytes() const;

    /// Names of the parts in file order, as written in the zip.
    std::vector<std::string> part_names() const;

    /// Part names are compared without case and without a leading slash (OPC 6.2.2).
    bool has(std::string_view part_name) const;

    /// The unpacked bytes of a part, checksum verified. Throws Error damaged_workbook when missing or broken.
    std::string read(std::string_view part_name) const;

    /// The relationships of a part; "" for those of the package. A part without any gives an empty list.
    std::vector<Relationship> relationships(std::string_view part_name) const;

    /// From [Content_Types].xml: by override, else by extension; "" when there is none.
    std::string content_type(std::string_view part_name) const;

    /// The package with some parts replaced (keys as in part_names(); a new name is appended as a new
    /// member), every other member copied compressed bytes and all. An empty map gives bytes() again.
    std::string with_parts(const std::map<std::string, std::string>& parts) const;

  private:
    struct State;
    explicit Package(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace scorebook
