#include "formats/report/segments.h"

#include <algorithm>

namespace musnad {
namespace {

// A mark begins or ends.
struct Edge {
  uint32_t at;
  uint32_t mark;
  bool begins;
};

std::vector<Edge> edges_of(uint32_t length, const std::vector<Mark>& marks) {
  std::vector<Edge> edges;
  for (uint32_t i = 0; i < marks.size(); ++i) {
    const Span span = {marks[i].span.begin, std::min(marks[i].span.end, length)};
    if (span.begin >= span.end) continue;
    edges.push_back({span.begin, i, true});
    edges.push_back({span.end, i, false});
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.at < b.at; });
  return edges;
}

}  // namespace

std::vector<Segment> split_at_marks(uint32_t length, const std::vector<Mark>& marks) {
  std::vector<Segment> segments;
  std::vector<uint32_t> open;  // ascending
  uint32_t begin = 0;
  for (const Edge& edge : edges_of(length, marks)) {
    if (edge.at > begin) segments.push_back({{begin, edge.at}, open});
    begin = edge.at;
    const auto place = std::lower_bound(open.begin(), open.end(), edge.mark);
    if (edge.begins) {
      open.insert(place, edge.mark);
    } else {
      open.erase(place);
    }
  }
  if (begin < length) segments.push_back({{begin, length}, open});
  return segments;
}

}  // namespace musnad
