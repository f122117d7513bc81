# What people look at: a record on a terminal and as an HTML page.
find_package(ICU REQUIRED COMPONENTS uc)
musnad_stage(record_view SOURCES record_view.cc LIBS musnad_lexicon)
musnad_stage(views
  SOURCES wrap.cc terminal_lines.cc terminal.cc html_report.cc report/segments.cc report/html.cc
    report/panes.cc report/article_pane.cc report/statement_pane.cc report/event_pane.cc
    report/talks_pane.cc
  TESTS sample_record.cc wrap_test.cc terminal_test.cc html_report_test.cc report/segments_test.cc
  LIBS musnad_record_view fmt::fmt ICU::uc)
