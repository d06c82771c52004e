# Toolchain file for WebAssembly: clang, lld, libc++ and wasi-libc as Debian 12 packages them. wasi-libc is used as a plain C
# library: nothing here reads files, clocks or the environment, so the module asks its host for one function only.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_C_COMPILER clang-19)
set(CMAKE_CXX_COMPILER clang++-19)
set(CMAKE_C_COMPILER_TARGET wasm32-wasi)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
# There is no llvm-ar beside Debian's clang; GNU ar's archives do, as lld needs no index of symbols.
set(CMAKE_AR /usr/bin/ar)
set(CMAKE_RANLIB /usr/bin/ranlib)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Every browser engine Office runs in (WebView2, Safari 15) has these since 2021.
set(CMAKE_C_FLAGS_INIT "-mbulk-memory -mnontrapping-fptoint -msign-ext -mmutable-globals")
# Debian 12 has no run time for exceptions in WebAssembly: scorebook/error.hpp calls out instead.
# A size has 32 bits here: what is shifted out of it would be anything.
set(CMAKE_CXX_FLAGS_INIT "${CMAKE_C_FLAGS_INIT} -fno-exceptions -fno-rtti -Werror=shift-count-overflow")
set(SCOREBOOK_WASM ON)
