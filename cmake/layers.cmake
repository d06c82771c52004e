# One static library a folder of src/, linking only what lies below it.
add_library(scorebook_options INTERFACE)
target_compile_options(scorebook_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# GCC 12 warns of overlapping copies inside std::string itself when it optimises "text" + string (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(scorebook_options INTERFACE -Wno-restrict)
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


# What most files include of the standard library, read once for all targets of a sort ("layer", "test"). Off by default:
# each file names what it needs, and a build without this shows it.
function(scorebook_precompile sort target)
    if(NOT SCOREBOOK_PRECOMPILE)
        return()
    endif()
    get_property(first GLOBAL PROPERTY scorebook_precompiled_${sort})
    if(first)
        target_precompile_headers(${target} REUSE_FROM ${first})
    else()
        target_precompile_headers(${target} PRIVATE
            <algorithm> <array> <charconv> <cmath> <cstdint> <functional> <map> <memory> <optional> <set> <span> <string>
            <string_view> <unordered_map> <utility> <variant> <vector> ${ARGN})
        set_property(GLOBAL PROPERTY scorebook_precompiled_${sort} ${target})
    endif()
endfunction()

set(SCOREBOOK_LAYERS "" CACHE INTERNAL "")

function(scorebook_layer name)
    cmake_parse_arguments(LAYER "" "BELOW" "LIBRARIES" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
    if(NOT sources)
        set(empty ${CMAKE_BINARY_DIR}/empty_${name}.cpp)
        file(WRITE ${empty} "")
        set(sources ${empty})
    endif()
    add_library(scorebook_${name} STATIC ${sources})
    target_include_directories(scorebook_${name}
        PUBLIC $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/include> $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/src>)
    target_link_libraries(scorebook_${name} PRIVATE scorebook_options)
    scorebook_precompile(layer scorebook_${name})
    if(LAYER_BELOW)
        target_link_libraries(scorebook_${name} PUBLIC scorebook_${LAYER_BELOW})
    endif()
    if(LAYER_LIBRARIES)
        target_link_libraries(scorebook_${name} PRIVATE ${LAYER_LIBRARIES})
    endif()
    set(SCOREBOOK_LAYERS ${SCOREBOOK_LAYERS} ${name} CACHE INTERNAL "")
endfunction()
