# workbook-templates/*.xml become text inside the library, so that one file is enough to run and WebAssembly needs no files.
file(GLOB template_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/workbook-templates/*.xml)
set(embedded ${CMAKE_BINARY_DIR}/built_in_templates.cpp)
add_custom_command(
    OUTPUT ${embedded}
    COMMAND ${CMAKE_COMMAND} -D OUTPUT=${embedded} -D "FILES=${template_files}"
            -P ${CMAKE_SOURCE_DIR}/cmake/embed_templates.cmake
    DEPENDS ${template_files} ${CMAKE_SOURCE_DIR}/cmake/embed_templates.cmake
    VERBATIM)
target_sources(scorebook_templates PRIVATE ${embedded})
