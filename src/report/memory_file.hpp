// memory_file.hpp - a file that is only memory, or as good as, but has a name, for libraries that write to
// names.
#pragma once

#include <string>

namespace scorebook {

class MemoryFile {
  public:
    /// Throws Error cannot_write when the system gives no memory file.
    MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile();

    /// Good for fopen() in this process as long as this object lives.
    const std::string& name() const { return name_; }

    /// All that was written. Throws Error cannot_write when it can't be read back.
    std::string content() const;

  private:
    std::string name_;
    int number_ = -1;
};

}  // namespace scorebook
