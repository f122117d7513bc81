# musnad_stage(NAME SOURCES … TESTS … LIBS …): the static library musnad_NAME of a folder of src/ and,
# where it has tests, the program NAME_test whose every case becomes a ctest case.
function(musnad_stage name)
  cmake_parse_arguments(STAGE "" "" "SOURCES;TESTS;LIBS" ${ARGN})
  add_library(musnad_${name} STATIC ${STAGE_SOURCES})
  target_include_directories(musnad_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/include)
  target_link_libraries(musnad_${name} PUBLIC ${STAGE_LIBS})
  if(STAGE_TESTS)
    add_executable(${name}_test ${STAGE_TESTS})
    target_link_libraries(${name}_test PRIVATE musnad_${name} GTest::gtest_main)
    set_target_properties(${name}_test PROPERTIES UNITY_BUILD OFF)  # tests share names
    gtest_discover_tests(${name}_test DISCOVERY_TIMEOUT 60)
  endif()
endfunction()

# musnad_embed(TARGET FILE …): puts the files' bytes into the program; embedded_file("lexicon/ar/x.tsv")
# finds them by their path below the source folder.
function(musnad_embed target)
  set(table ${CMAKE_CURRENT_BINARY_DIR}/embedded_${target}.s)
  add_custom_command(
    OUTPUT ${table}
    COMMAND ${CMAKE_COMMAND} -DOUT=${table} "-DFILES=${ARGN}" -DROOT=${CMAKE_SOURCE_DIR}
            -P ${CMAKE_SOURCE_DIR}/cmake/Embed.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/Embed.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${table})
endfunction()
