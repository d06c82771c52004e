# One library for those who embed scorebook, and its find_package(scorebook) config.
set(objects "")
foreach(layer IN LISTS SCOREBOOK_LAYERS)
    list(APPEND objects $<TARGET_OBJECTS:scorebook_${layer}>)
endforeach()
add_library(scorebook STATIC ${objects})
add_library(scorebook::scorebook ALIAS scorebook)
target_include_directories(scorebook PUBLIC $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/include>
                                            $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_link_libraries(scorebook PUBLIC $<BUILD_INTERFACE:pugixml::pugixml> $<BUILD_INTERFACE:scorebook_libdeflate>
                                       $<BUILD_INTERFACE:scorebook_utf8proc>)
