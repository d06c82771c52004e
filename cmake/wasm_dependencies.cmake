# The engine's libraries for WebAssembly: their sources as Debian's source packages have them (SCOREBOOK_WASM_SOURCES, see
# addin/wasm/unpack-sources), and the headers of those that have nothing else from the machine's own packages.
enable_language(C)
set(SCOREBOOK_WASM_SOURCES "" CACHE PATH "Folder with the sources of pugixml, libdeflate and utf8proc")

# Only these folders: the rest of /usr/include is for another machine.
set(headers ${CMAKE_BINARY_DIR}/headers)
file(MAKE_DIRECTORY ${headers})
foreach(library fast_float nlohmann)
    file(CREATE_LINK /usr/include/${library} ${headers}/${library} SYMBOLIC)
endforeach()

function(scorebook_source_library name folder)
    cmake_parse_arguments(SOURCE "" "" "FILES;DEFINITIONS" ${ARGN})
    list(TRANSFORM SOURCE_FILES PREPEND ${SCOREBOOK_WASM_SOURCES}/${folder}/)
    add_library(${name} STATIC ${SOURCE_FILES})
    target_include_directories(${name} SYSTEM PUBLIC ${SCOREBOOK_WASM_SOURCES}/${folder}
                                                     ${SCOREBOOK_WASM_SOURCES}/${folder}/src)
    target_compile_definitions(${name} PUBLIC ${SOURCE_DEFINITIONS})
endfunction()

scorebook_source_library(pugixml pugixml FILES src/pugixml.cpp DEFINITIONS PUGIXML_NO_EXCEPTIONS)
add_library(pugixml::pugixml ALIAS pugixml)
scorebook_source_library(scorebook_libdeflate libdeflate
    FILES lib/utils.c lib/crc32.c lib/deflate_compress.c lib/deflate_decompress.c)
scorebook_source_library(scorebook_utf8proc utf8proc FILES utf8proc.c DEFINITIONS UTF8PROC_STATIC)

add_library(scorebook_fast_float INTERFACE)
target_include_directories(scorebook_fast_float SYSTEM INTERFACE ${headers})
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${headers})
add_library(nlohmann_json::nlohmann_json ALIAS nlohmann_json)
