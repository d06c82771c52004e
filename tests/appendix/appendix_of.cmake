# appendix_of(OUTPUT SAMPLE OPTIONS...): runs scorebook appendix; status 1 (the workbook has errors) is a success too.
function(appendix_of output sample)
    execute_process(COMMAND ${PROGRAM} appendix ${SAMPLES}/${sample}.xlsx -o ${output} --as-at 2016-06-08 ${ARGN}
        RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
    if(NOT status MATCHES "^[01]$")
        message(FATAL_ERROR "appendix of ${sample} to ${output} ended with ${status}:\n${said}")
    endif()
endfunction()
