#include "morphology/segmentation_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "lexicon/table.h"
#include "morphology/letters.h"

namespace musnad {
namespace {

constexpr double kUnseen = 0.3;          // counts given to a word that text never showed
constexpr double kUnseenClitics = 0.02;  // and to clitics
constexpr double kUnseenPair = 0.1;      // and to pairs of letters
constexpr double kUnknownShare = 0.02;   // of words whose stem nobody knows

Cost to_cost(double probability) {
  return static_cast<Cost>(std::clamp(-16 * std::log(probability), 0.0, 255.0));
}

constexpr size_t kOther = SegmentationCosts::kLetters - 2;
constexpr size_t kEdge = SegmentationCosts::kLetters - 1;

// Place of a folded letter in the table of letter pairs.
size_t letter_index(char32_t letter) {
  return letter >= U'ء' && letter <= U'غ'   ? letter - U'ء'
         : letter >= U'ف' && letter <= U'ي' ? letter - U'ف' + 27
                                            : kOther;
}

// Calls `take` with the table places of all pairs of neighbours, the edges included.
template <typename Take>
void for_each_pair(std::u32string_view letters, Take take) {
  size_t before = kEdge;
  for (char32_t letter : letters) {
    const size_t here = letter_index(letter);
    take(before * SegmentationCosts::kLetters + here);
    before = here;
  }
  take(before * SegmentationCosts::kLetters + kEdge);
}

// Costs of the shares that counts have, each count raised by `smoothing`.
template <size_t N>
std::array<Cost, N> costs_of(const std::array<uint32_t, N>& counts, double smoothing) {
  double total = 0;
  for (uint32_t count : counts) total += count + smoothing;
  std::array<Cost, N> costs;
  for (size_t i = 0; i < N; ++i) costs[i] = to_cost((counts[i] + smoothing) / total);
  return costs;
}

}  // namespace

float SegmentationCosts::unknown_stem(std::u32string_view letters) const {
  float cost = -std::log(static_cast<float>(kUnknownShare));
  for_each_pair(letters, [&](size_t place) { cost += nats(pair[place]); });
  return cost;
}

Expected<SegmentationModel> SegmentationModel::parse(std::string_view name, std::string_view text) {
  SegmentationModel model;
  const Expected<Table> table = Table::parse(name, text, {"kind", "form", "count"});
  if (!table) return tl::unexpected<Error>(table.error());
  for (const Table::Row& row : table->rows()) {
    uint32_t count = 0;
    const std::string_view digits = row.cells[2];
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    const std::optional<uint8_t> front = parse_front(row.cells[1]);
    const std::optional<size_t> back = parse_back(row.cells[1]);
    bool good = error == std::errc() && end == digits.data() + digits.size();
    if (row.cells[0] == "stem")
      model.count_stem(std::string(row.cells[1]), count);
    else if (row.cells[0] == "lemma")
      model.count_lemma(std::string(row.cells[1]), count);
    else if (row.cells[0] == "front" && front)
      model.count_front(*front, count);
    else if (row.cells[0] == "back" && back)
      model.count_back(*back, count);
    else
      good = false;
    if (!good)
      return fail(fmt::format("{}:{}: not a row of counts; fit the model again", name, row.line));
  }
  return model;
}

uint64_t SegmentationModel::total() const {
  uint64_t total = 1;
  for (uint32_t count : backs_) total += count;
  return total;
}

Cost SegmentationModel::count_cost(const Counts& counts, std::string_view what) const {
  const auto found = counts.find(what);
  const double count = found == counts.end() ? kUnseen : found->second;
  return to_cost(count / static_cast<double>(total()));
}

SegmentationCosts SegmentationModel::costs() const {
  constexpr size_t kLetters = SegmentationCosts::kLetters;
  std::array<uint32_t, kLetters * kLetters> pairs{};
  for (const auto& [key, count] : stems_) {
    for_each_pair(to_code_points(key), [&](size_t place) { ++pairs[place]; });
  }
  SegmentationCosts costs{costs_of(fronts_, kUnseenClitics), costs_of(backs_, kUnseenClitics), {}};
  for (size_t first = 0; first < kLetters; ++first) {
    std::array<uint32_t, kLetters> row;
    std::copy_n(pairs.begin() + first * kLetters, kLetters, row.begin());
    const std::array<Cost, kLetters> row_costs = costs_of(row, kUnseenPair);
    std::copy(row_costs.begin(), row_costs.end(), costs.pair.begin() + first * kLetters);
  }
  return costs;
}

std::string SegmentationModel::format() const {
  std::string out = "kind\tform\tcount\n";
  for (size_t bits = 0; bits < fronts_.size(); ++bits) {
    if (fronts_[bits] == 0) continue;
    out += fmt::format("front\t{}\t{}\n", format_front(static_cast<uint8_t>(bits)), fronts_[bits]);
  }
  for (size_t i = 0; i < backs_.size(); ++i) {
    if (backs_[i] != 0) out += fmt::format("back\t{}\t{}\n", format_back(i), backs_[i]);
  }
  for (const auto& [text, count] : lemmas_) out += fmt::format("lemma\t{}\t{}\n", text, count);
  for (const auto& [key, count] : stems_) out += fmt::format("stem\t{}\t{}\n", key, count);
  return out;
}

}  // namespace musnad
