# The example of docs/library.md: compiled as it stands in the manual, run as a test.
set(manual ${CMAKE_SOURCE_DIR}/docs/library.md)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${manual})
file(READ ${manual} page)
string(REGEX MATCH "```cpp\n([^`]*)```" block "${page}")
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/library_example.cc CONTENT "${CMAKE_MATCH_1}" @ONLY)

add_executable(library_example ${CMAKE_CURRENT_BINARY_DIR}/library_example.cc)
target_link_libraries(library_example PRIVATE musnad_reader)
add_test(NAME LibraryExample COMMAND library_example)
set_tests_properties(LibraryExample PROPERTIES PASS_REGULAR_EXPRESSION "سلمى الدرعي.*2025-02-14")
