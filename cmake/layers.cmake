# One static library a folder of src/, linking only what lies below it.
add_library(scorebook_options INTERFACE)
target_compile_options(scorebook_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# GCC 12 warns of overlapping copies inside std::string itself when it optimises "text" + string (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(scorebook_options INTERFACE -Wno-restrict)
endif()
if(SCOREBOOK_WASM)
    # Places in a file are 64 bits wide everywhere; what is in the memory of such a machine has one that fits its 32.
    target_compile_options(scorebook_options INTERFACE -Wno-shorten-64-to-32 -Wno-sign-conversion)
endif()
if(SCOREBOOK_WERROR)
    target_compile_options(scorebook_options INTERFACE -Werror)
endif()
if(SCOREBOOK_SANITIZE)
    target_compile_options(scorebook_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
                                                       -fno-omit-frame-pointer)
    target_link_options(scorebook_options INTERFACE -fsanitize=address,undefined)
endif()
if(SCOREBOOK_FUZZ)
    # Without it the fuzzer can't see which branches an input took.
    target_compile_options(scorebook_options INTERFACE -fsanitize=fuzzer-no-link)
endif()


# Sixteen files at a time, so that the headers they share are read once. Off by default: each file names what it needs, and
# a build without this shows it. Files whose names are the same as their neighbours' stand ALONE.
function(scorebook_batches target)
    cmake_parse_arguments(BATCHES "" "" "ALONE" ${ARGN})
    if(SCOREBOOK_UNITY)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 16)
        set_source_files_properties(${BATCHES_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
endfunction()

# A folder's files for the system that is built for: what only one system has is in <name>_posix.cpp or <name>_windows.cpp.
function(scorebook_sources list folder)
    file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
    if(WIN32 OR SCOREBOOK_WASM)
        list(FILTER sources EXCLUDE REGEX "_posix[.]cpp$")
    endif()
    if(NOT WIN32)
        list(FILTER sources EXCLUDE REGEX "_windows[.]cpp$")
    endif()
    set(${list} ${sources} PARENT_SCOPE)
endfunction()

set(SCOREBOOK_LAYERS "" CACHE INTERNAL "")

function(scorebook_layer name)
    cmake_parse_arguments(LAYER "" "BELOW" "LIBRARIES" ${ARGN})
    scorebook_sources(sources ${CMAKE_SOURCE_DIR}/src/${name})
    if(NOT sources)
        set(empty ${CMAKE_BINARY_DIR}/empty_${name}.cpp)
        file(WRITE ${empty} "")
        set(sources ${empty})
    endif()
    add_library(scorebook_${name} STATIC ${sources})
    target_include_directories(scorebook_${name}
        PUBLIC $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/include> $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/src>)
    target_link_libraries(scorebook_${name} PRIVATE scorebook_options)
    # What is of one system brings that system's headers.
    file(GLOB alone ${CMAKE_SOURCE_DIR}/src/${name}/*_posix.cpp ${CMAKE_SOURCE_DIR}/src/${name}/*_windows.cpp)
    # These name something as a neighbour does.
    foreach(file functions_database functions_math_rounding functions_math_sums functions_math_trigonometry
                 functions_statistics_spread functions_text_numbers number_format text_number)
        list(APPEND alone ${CMAKE_SOURCE_DIR}/src/formula/${file}.cpp)
    endforeach()
    scorebook_batches(scorebook_${name} ALONE ${alone})
    if(LAYER_BELOW)
        target_link_libraries(scorebook_${name} PUBLIC scorebook_${LAYER_BELOW})
    endif()
    if(LAYER_LIBRARIES)
        target_link_libraries(scorebook_${name} PRIVATE ${LAYER_LIBRARIES})
    endif()
    if(SCOREBOOK_WASM)
        # libc++'s headers are most of what clang has to read: this halves the time of the build.
        if(name STREQUAL "vocabulary")
            target_precompile_headers(scorebook_vocabulary PRIVATE <algorithm> <array> <charconv> <cmath> <cstdint>
                <functional> <map> <memory> <optional> <set> <span> <string> <string_view> <unordered_map> <utility>
                <variant> <vector>)
        else()
            target_precompile_headers(scorebook_${name} REUSE_FROM scorebook_vocabulary)
        endif()
        # The layers with the most code and not the most work: a fifth less time to compile, and the engine is as fast.
        if(name MATCHES "^(formula|checks|refresh|templates|protocol)$")
            target_compile_options(scorebook_${name} PRIVATE -O1)
        endif()
    endif()
    set(SCOREBOOK_LAYERS ${SCOREBOOK_LAYERS} ${name} CACHE INTERNAL "")
endfunction()
