# One library for those who embed scorebook: all layers in one archive, installed with a find_package(scorebook) config.
include(CMakePackageConfigHelpers)

set(objects "")
foreach(layer IN LISTS SCOREBOOK_LAYERS)
    list(APPEND objects $<TARGET_OBJECTS:scorebook_${layer}>)
endforeach()
add_library(scorebook STATIC ${objects})
add_library(scorebook::scorebook ALIAS scorebook)
target_include_directories(scorebook PUBLIC $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/include>
                                            $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_link_libraries(scorebook
    PUBLIC $<BUILD_INTERFACE:pugixml::pugixml> $<BUILD_INTERFACE:scorebook_libdeflate>
           $<BUILD_INTERFACE:scorebook_utf8proc> $<BUILD_INTERFACE:scorebook_libxlsxwriter>
           $<INSTALL_INTERFACE:pugixml::pugixml> $<INSTALL_INTERFACE:deflate> $<INSTALL_INTERFACE:utf8proc>
           $<INSTALL_INTERFACE:xlsxwriter>)

# What is built for another machine is handed out as a program (addin/vba).
if(CMAKE_CROSSCOMPILING)
    return()
endif()
set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/scorebook)
install(TARGETS scorebook EXPORT scorebook ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/scorebook DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY workbook-templates/ DESTINATION ${CMAKE_INSTALL_DATADIR}/scorebook/workbook-templates)
install(EXPORT scorebook NAMESPACE scorebook:: FILE scorebookTargets.cmake DESTINATION ${config_folder})
configure_package_config_file(cmake/scorebookConfig.cmake.in ${CMAKE_BINARY_DIR}/scorebookConfig.cmake
    INSTALL_DESTINATION ${config_folder})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/scorebookConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/scorebookConfig.cmake ${CMAKE_BINARY_DIR}/scorebookConfigVersion.cmake
    DESTINATION ${config_folder})
