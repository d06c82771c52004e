# Programs with Debian's libraries linked in, where Debian has them as archives. To find the names of libstdc++, Boost and
# pugixml anew at every start takes longer than to refresh a small workbook, and an add-in's program goes to computers that
# have none of them. Shared they stay: libxlsxwriter, which has no archive, and what that needs.
set(SCOREBOOK_ARCHIVES "")
foreach(library pugixml deflate utf8proc boost_program_options)
    find_library(archive_${library} lib${library}.a REQUIRED)
    list(APPEND SCOREBOOK_ARCHIVES ${archive_${library}})
endforeach()

# The archive of scorebook itself by its file: as a target it would bring its shared libraries along.
function(scorebook_static_program target)
    add_dependencies(${target} scorebook)
    target_link_libraries(${target} PRIVATE $<TARGET_FILE:scorebook> ${SCOREBOOK_ARCHIVES} scorebook_libxlsxwriter
                                            scorebook_options Threads::Threads)
    if(NOT SCOREBOOK_SANITIZE)  # the sanitizers need the shared ones
        target_link_options(${target} PRIVATE -static-libstdc++ -static-libgcc)
    endif()
endfunction()
