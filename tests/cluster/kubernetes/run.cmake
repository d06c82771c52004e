# Run by ctest: manifest_test.mjs with its packages beside it in the build.
file(MAKE_DIRECTORY ${OUT})
foreach(file package.json package-lock.json manifest_test.mjs .npmrc)
    file(COPY_FILE ${CHECKER}/${file} ${OUT}/${file} ONLY_IF_DIFFERENT)
endforeach()
if(NOT EXISTS ${OUT}/node_modules/typescript OR ${OUT}/package-lock.json IS_NEWER_THAN ${OUT}/node_modules/.package-lock.json)
    execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund WORKING_DIRECTORY ${OUT}
        OUTPUT_VARIABLE said ERROR_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
endif()
execute_process(COMMAND ${NODE} manifest_test.mjs ${PROGRAM} ${SAMPLES} ${OUT}/work WORKING_DIRECTORY ${OUT}
    COMMAND_ERROR_IS_FATAL ANY)
