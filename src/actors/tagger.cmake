# The name tagger, and what trains it.
musnad_stage(tagger
  SOURCES hashed_records.cc tagger.cc tagger_conll.cc tagger_features.cc tagger_model.cc tagger_tags.cc
  TESTS tagger_test.cc
  LIBS musnad_morphology musnad_text absl::flat_hash_map absl::function_ref
    absl::inlined_vector fmt::fmt)
musnad_stage(train_tagger
  SOURCES train_tagger.cc train_tagger_learners.cc train_tagger_lists.cc
  TESTS train_tagger_test.cc
  LIBS musnad_tagger musnad_lexicon)
