# Writes an assembler file that holds FILES by .incbin and the index that src/lexicon/embedded.cc walks:
# pairs of (path, begin, end) pointers closed by a null pointer.
set(index "")
set(bytes "")
set(number 0)
foreach(file ${FILES})
  file(RELATIVE_PATH path ${ROOT} ${file})
  string(APPEND bytes "path_${number}: .asciz \"${path}\"\nbegin_${number}: .incbin \"${file}\"\nend_${number}: .byte 0\n")
  string(APPEND index "  .quad path_${number}, begin_${number}, end_${number}\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUT} "  .section .data.rel.ro,\"aw\"\n  .balign 8\n  .globl musnad_embedded_index\nmusnad_embedded_index:\n${index}  .quad 0\n  .section .rodata\n${bytes}  .section .note.GNU-stack,\"\",@progbits\n")
