# workbook-templates/*.xml become constants of the library, so that one file is enough to run and WebAssembly needs no files.
# A program of our own reads and folds them first; a build for another machine can't run it, so it is given what a native
# build of the same sources wrote: -D SCOREBOOK_BUILT_IN_KINDS=<native build>/built_in_kinds.cpp.
set(SCOREBOOK_BUILT_IN_KINDS "" CACHE FILEPATH "built_in_kinds.cpp of a native build, for cross builds")
if(SCOREBOOK_BUILT_IN_KINDS)
    set(built_in_kinds ${SCOREBOOK_BUILT_IN_KINDS})
elseif(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
    message(FATAL_ERROR "A cross build needs -D SCOREBOOK_BUILT_IN_KINDS=<native build>/built_in_kinds.cpp")
else()
    add_executable(make_built_in_kinds ${CMAKE_SOURCE_DIR}/src/kinds/generator/make_built_in_kinds.cpp)
    target_link_libraries(make_built_in_kinds PRIVATE scorebook_tables scorebook_options)
    file(GLOB template_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/workbook-templates/*.xml)
    set(built_in_kinds ${CMAKE_BINARY_DIR}/built_in_kinds.cpp)
    add_custom_command(
        OUTPUT ${built_in_kinds}
        COMMAND make_built_in_kinds ${built_in_kinds} ${template_files}
        DEPENDS make_built_in_kinds ${template_files}
        VERBATIM)
endif()
target_sources(scorebook_kinds PRIVATE ${built_in_kinds})
