# Tables for programs: Arrow IPC files, whose metadata are flatbuffers of src/formats/arrow/metadata.fbs.
find_package(FlatBuffers REQUIRED)

set(generated ${CMAKE_CURRENT_BINARY_DIR}/generated)
set(metadata ${generated}/formats/arrow/metadata_generated.h)
add_custom_command(
  OUTPUT ${metadata}
  COMMAND flatbuffers::flatc --cpp --scoped-enums -o ${generated}/formats/arrow ${CMAKE_CURRENT_SOURCE_DIR}/arrow/metadata.fbs
  DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/arrow/metadata.fbs
  VERBATIM)
add_custom_target(arrow_metadata DEPENDS ${metadata})

musnad_stage(arrow
  SOURCES arrow/column.cc arrow/writer.cc
  TESTS arrow/writer_test.cc
  LIBS musnad_formats flatbuffers::flatbuffers fmt::fmt tl::expected)
add_dependencies(musnad_arrow arrow_metadata)
target_include_directories(musnad_arrow SYSTEM PUBLIC ${generated})
