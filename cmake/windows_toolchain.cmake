# Toolchain file for Windows: mingw-w64 as Debian 12 packages it, with POSIX threads, everything linked in. The program needs
# Windows 10 or later and nothing beside it.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Names of Windows 10, of POSIX where mingw-w64 has them, and without windows.h's macros that are everybody's words.
set(CMAKE_C_FLAGS_INIT "-D_WIN32_WINNT=0x0A00 -D_POSIX_C_SOURCE=200809L -DNOMINMAX -DWIN32_LEAN_AND_MEAN")
set(CMAKE_CXX_FLAGS_INIT "${CMAKE_C_FLAGS_INIT}")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -s")
# Build type Quick: for tests; half of the time of Release.
set(CMAKE_C_FLAGS_QUICK "-O1 -DNDEBUG")
set(CMAKE_CXX_FLAGS_QUICK "-O1 -DNDEBUG")
