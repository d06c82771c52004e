// memory_file.hpp - a file that is only memory but has a name, for libraries that write to names. Linux.
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
    std::string name() const;

    /// All that was written. Throws Error cannot_write when it can't be read back.
    std::string content() const;

  private:
    int number_ = -1;
};

}  // namespace scorebook
