# The libraries for another machine, by a cross compiler: their sources as Debian's source packages have them
# (SCOREBOOK_LIBRARY_SOURCES, see addin/unpack-sources), and the headers of those that have nothing else from the machine's
# own packages.
enable_language(C)
set(SCOREBOOK_LIBRARY_SOURCES "" CACHE PATH "Folder with the sources that addin/unpack-sources leaves")

# Only these folders: the rest of /usr/include is for this machine.
set(headers ${CMAKE_BINARY_DIR}/headers)
file(MAKE_DIRECTORY ${headers})
foreach(library fast_float nlohmann fmt boost)
    if(EXISTS /usr/include/${library})
        file(CREATE_LINK /usr/include/${library} ${headers}/${library} SYMBOLIC)
    endif()
endforeach()

function(scorebook_source_library name folder)
    cmake_parse_arguments(SOURCE "" "" "FILES;DEFINITIONS;INCLUDE" ${ARGN})
    list(TRANSFORM SOURCE_FILES PREPEND ${SCOREBOOK_LIBRARY_SOURCES}/${folder}/)
    list(TRANSFORM SOURCE_INCLUDE PREPEND ${SCOREBOOK_LIBRARY_SOURCES}/${folder})
    add_library(${name} STATIC ${SOURCE_FILES})
    target_include_directories(${name} SYSTEM PUBLIC ${SOURCE_INCLUDE})
    target_compile_definitions(${name} PUBLIC ${SOURCE_DEFINITIONS})
    # They are others' work: what the compiler thinks of it is theirs to judge.
    target_compile_options(${name} PRIVATE -w)
endfunction()

function(scorebook_header_library name)
    add_library(${name} INTERFACE)
    target_include_directories(${name} SYSTEM INTERFACE ${headers})
endfunction()

set(no_exceptions "")
set(processor_features "")
if(SCOREBOOK_WASM)
    set(no_exceptions PUGIXML_NO_EXCEPTIONS)
else()
    set(processor_features lib/x86/cpu_features.c)
endif()
scorebook_source_library(pugixml pugixml FILES src/pugixml.cpp DEFINITIONS ${no_exceptions} INCLUDE /src)
add_library(pugixml::pugixml ALIAS pugixml)
scorebook_source_library(scorebook_libdeflate libdeflate INCLUDE / FILES
    lib/utils.c lib/crc32.c lib/deflate_compress.c lib/deflate_decompress.c ${processor_features})
scorebook_source_library(scorebook_utf8proc utf8proc FILES utf8proc.c DEFINITIONS UTF8PROC_STATIC INCLUDE /)
scorebook_header_library(scorebook_fast_float)
scorebook_header_library(nlohmann_json)
add_library(nlohmann_json::nlohmann_json ALIAS nlohmann_json)
if(SCOREBOOK_WASM)
    return()
endif()

# What the command line has beside the engine.
find_package(Threads REQUIRED)
set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
find_package(ZLIB REQUIRED)  # Debian has zlib for mingw
scorebook_header_library(fmt)
target_compile_definitions(fmt INTERFACE FMT_HEADER_ONLY)
add_library(fmt::fmt-header-only ALIAS fmt)
set(program_options cmdline config_file convert options_description parsers positional_options split utf8_codecvt_facet
    value_semantic variables_map)
list(TRANSFORM program_options PREPEND libs/program_options/src/)
list(TRANSFORM program_options APPEND .cpp)
scorebook_source_library(boost_program_options boost1.74 FILES ${program_options})
target_include_directories(boost_program_options SYSTEM PUBLIC ${headers})
add_library(Boost::program_options ALIAS boost_program_options)
# Debian's libxlsxwriter leaves out what it carries of others; here those are used.
set(xlsxwriter app chart chartsheet comment content_types core custom drawing format hash_table metadata packager relationships
    shared_strings styles table theme utility vml workbook worksheet xmlwriter)
list(TRANSFORM xlsxwriter PREPEND src/)
list(APPEND xlsxwriter third_party/md5/md5 third_party/tmpfileplus/tmpfileplus third_party/minizip/ioapi third_party/minizip/zip)
list(TRANSFORM xlsxwriter APPEND .c)
scorebook_source_library(scorebook_libxlsxwriter libxlsxwriter FILES ${xlsxwriter} INCLUDE /include)
target_link_libraries(scorebook_libxlsxwriter PUBLIC ZLIB::ZLIB)
