// The peer of `npm run bench:assign` for instances that are a flow: LEMON's network simplex (Debian: liblemon-dev).
//
// Standard input: people, places, places per person; seats of each place; then a line per person with the rank of each
// place. Standard output: least total rank, seconds to build the graph and solve it, and the memory of the process in MB.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <vector>

using Graph = lemon::SmartDigraph;

static int read() {
  int number = 0;
  if (std::scanf("%d", &number) != 1) std::exit(2);
  return number;
}

int main() {
  const int people = read(), places = read(), each = read();
  std::vector<int> seats(places);
  for (int& one : seats) one = read();
  std::vector<unsigned char> ranks(static_cast<size_t>(people) * places);
  for (unsigned char& one : ranks) one = static_cast<unsigned char>(read());

  const auto start = std::chrono::steady_clock::now();
  Graph graph;
  graph.reserveNode(people + places + 1);
  graph.reserveArc(people * places + places);
  const Graph::Node first = graph.addNode();
  for (int node = 1; node < people + places + 1; ++node) graph.addNode();
  const int offset = graph.id(first);
  const auto person = [&](int index) { return graph.nodeFromId(offset + index); };
  const auto place = [&](int index) { return graph.nodeFromId(offset + people + index); };
  const Graph::Node sink = graph.nodeFromId(offset + people + places);
  for (int p = 0; p < people; ++p) {
    for (int s = 0; s < places; ++s) graph.addArc(person(p), place(s));
  }
  for (int s = 0; s < places; ++s) graph.addArc(place(s), sink);

  Graph::ArcMap<int> upper(graph, 1), cost(graph, 0);
  Graph::NodeMap<int> supply(graph, 0);
  for (int p = 0; p < people; ++p) {
    supply[person(p)] = each;
    for (int s = 0; s < places; ++s) cost[graph.arcFromId(p * places + s)] = ranks[static_cast<size_t>(p) * places + s];
  }
  for (int s = 0; s < places; ++s) upper[graph.arcFromId(people * places + s)] = seats[s];
  supply[sink] = -people * each;

  lemon::NetworkSimplex<Graph, int, int> simplex(graph);
  simplex.upperMap(upper).costMap(cost).supplyMap(supply);
  const bool solved = simplex.run() == decltype(simplex)::OPTIMAL;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  if (!solved) return 1;
  std::printf("%lld %.6f %ld\n", simplex.totalCost<long long>(), took.count(), usage.ru_maxrss / 1024);
}
