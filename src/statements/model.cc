#include "statements/model.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "lexicon/table.h"

namespace musnad {

void Features::put(FeatureGroup group, std::string_view value, std::string_view second) {
  uint64_t hash = group.hash;
  if (!value.empty()) hash = feature_hash(value, feature_hash("=", hash));
  if (!second.empty()) hash = feature_hash(second, feature_hash("&", hash));
  hashes_.push_back(hash);
  if (!keep_names_) return;
  std::string name(group.name);
  if (!value.empty()) name.append("=").append(value);
  if (!second.empty()) name.append("&").append(second);
  names_.push_back(std::move(name));
}

void Features::add_count(FeatureGroup group, uint32_t count, uint32_t most) {
  char digits[12];
  const auto end = std::to_chars(digits, digits + sizeof digits, std::min(count, most)).ptr;
  put(group, std::string_view(digits, end - digits), {});
}

Expected<std::vector<LinearModel>> LinearModel::parse(std::string_view file, std::string_view text,
                                                      const std::vector<std::string_view>& names) {
  const auto table = Table::parse(file, text, {"model", "feature", "weight"});
  if (!table) return tl::unexpected(table.error());
  std::vector<LinearModel> models(names.size());
  for (const Table::Row& row : table->rows()) {
    const auto name = std::find(names.begin(), names.end(), row.cells[0]);
    if (name == names.end()) continue;
    const std::string_view weight = row.cells[2];
    float value = 0;
    const auto [end, error] = std::from_chars(weight.begin(), weight.end(), value);
    if (error != std::errc() || end != weight.end()) {
      return fail(fmt::format("{}:{}: '{}' is not a number", file, row.line, weight));
    }
    models[name - names.begin()].set(feature_hash(row.cells[1]), value);
  }
  return models;
}

LinearModel LinearModel::of(const std::vector<std::pair<std::string, double>>& weights) {
  LinearModel result;
  for (const auto& [name, weight] : weights) {
    result.set(feature_hash(name), static_cast<float>(weight));
  }
  return result;
}

double LinearModel::score(const Features& features) const {
  double sum = 0;
  for (uint64_t hash : features.hashes()) sum += slots_[place_of(hash)].weight;
  return sum;
}

void LinearModel::set(uint64_t hash, float weight) {
  if (2 * (size_ + 1) > slots_.size()) {
    const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
    for (const Slot& slot : before) {
      if (slot.hash != 0) slots_[place_of(slot.hash)] = slot;
    }
  }
  Slot& slot = slots_[place_of(hash)];
  size_ += slot.hash == 0;
  slot = {hash, weight};
}

}  // namespace musnad
