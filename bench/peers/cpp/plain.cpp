// The plain reference: an object for each actor, a grid of pointers, counting by looking at every site in view.
// It is the definition the others are held to, and what a good programmer writes first.
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

#include "common.hpp"

struct Actor {
  bool isCop, isActive = false, isJailed = false;
  int x, y;
  double hardship = 0, riskAversion = 0;
  int releaseTick = 0;
};

class Model {
 public:
  int activeCount = 0, jailedCount = 0, agentCount = 0, copCount = 0;

  explicit Model(const Arguments& a) : side(a.side), luck(a.seed), grid(static_cast<size_t>(side) * side, nullptr) {
    for (int dy = -a.radius; dy <= a.radius; dy++)
      for (int dx = -a.radius; dx <= a.radius; dx++)
        if ((dx != 0 || dy != 0) && (a.moore || dx * dx + dy * dy <= a.radius * a.radius)) view.emplace_back(dx, dy);
    const int sites = side * side;
    agentCount = static_cast<int>(std::lround(work::agentDensity * sites));
    copCount = static_cast<int>(std::lround(work::copDensity * sites));
    std::vector<int> places(sites);
    for (int i = 0; i < sites; i++) places[i] = i;
    shuffle(places);
    for (int i = 0; i < agentCount + copCount; i++) {
      auto actor = std::make_unique<Actor>();
      actor->isCop = i >= agentCount;
      actor->hardship = luck.uniform();
      actor->riskAversion = luck.uniform();
      put(actor.get(), places[i] % side, places[i] / side);
      order.push_back(actor.get());
      actors.push_back(std::move(actor));
    }
  }

  void step() {
    shuffle(order);
    for (Actor* actor : order) {
      if (actor->isJailed) continue;
      move(actor);
      if (actor->isCop) arrest(actor);
      else decide(actor);
    }
    tick++;
    release();
  }

  size_t bytes() const {
    return actors.size() * (sizeof(Actor) + 2 * sizeof(void*)) + grid.size() * sizeof(void*);
  }

 private:
  int side, tick = 0;
  Luck luck;
  std::vector<std::unique_ptr<Actor>> actors;
  std::vector<Actor*> order, grid, inJail, seen;
  std::vector<std::pair<int, int>> view, freeSites;

  template <class T>
  void shuffle(std::vector<T>& list) {
    for (size_t i = list.size(); i > 1; i--) std::swap(list[i - 1], list[luck.below(static_cast<uint32_t>(i))]);
  }

  int wrap(int v) const { return v < 0 ? v + side : v >= side ? v - side : v; }
  Actor*& at(int x, int y) { return grid[static_cast<size_t>(y) * side + x]; }

  void put(Actor* actor, int x, int y) {
    actor->x = x;
    actor->y = y;
    at(x, y) = actor;
  }

  bool findFree(int x, int y, int& toX, int& toY) {
    freeSites.clear();
    for (auto [dx, dy] : view) {
      const int sx = wrap(x + dx), sy = wrap(y + dy);
      if (at(sx, sy) == nullptr) freeSites.emplace_back(sx, sy);
    }
    if (freeSites.empty()) return false;
    std::tie(toX, toY) = freeSites[luck.below(static_cast<uint32_t>(freeSites.size()))];
    return true;
  }

  void move(Actor* actor) {
    int x, y;
    if (!findFree(actor->x, actor->y, x, y)) return;
    at(actor->x, actor->y) = nullptr;
    put(actor, x, y);
  }

  void decide(Actor* citizen) {
    int cops = 0, actives = 1;
    for (auto [dx, dy] : view) {
      const Actor* other = at(wrap(citizen->x + dx), wrap(citizen->y + dy));
      if (other == nullptr) continue;
      if (other->isCop) cops++;
      else if (other->isActive) actives++;
    }
    const double risk = 1 - std::exp(-work::arrestConstant * (cops / actives));
    const bool now = citizen->hardship * (1 - work::legitimacy) - citizen->riskAversion * risk > work::threshold;
    activeCount += now - citizen->isActive;
    citizen->isActive = now;
  }

  void arrest(const Actor* cop) {
    seen.clear();
    for (auto [dx, dy] : view) {
      Actor* other = at(wrap(cop->x + dx), wrap(cop->y + dy));
      if (other != nullptr && other->isActive) seen.push_back(other);
    }
    if (seen.empty()) return;
    Actor* taken = seen[luck.below(static_cast<uint32_t>(seen.size()))];
    at(taken->x, taken->y) = nullptr;
    taken->isActive = false;
    taken->isJailed = true;
    taken->releaseTick = tick + 1 + static_cast<int>(luck.below(work::longestTerm));
    activeCount--;
    jailedCount++;
    inJail.push_back(taken);
  }

  // A term of n ticks counts the tick of the arrest: n - 1 turns are lost after it.
  void release() {
    size_t kept = 0;
    for (Actor* held : inJail) {
      if (held->releaseTick > tick || !comeBack(held)) {
        inJail[kept++] = held;
        continue;
      }
      held->isJailed = false;
      jailedCount--;
    }
    inJail.resize(kept);
  }

  bool comeBack(Actor* held) {
    int x = held->x, y = held->y;
    if (at(x, y) != nullptr && !findFree(held->x, held->y, x, y)) {
      for (int i = 0; i < side * side; i++)
        if (grid[i] == nullptr) {
          put(held, i % side, i / side);
          return true;
        }
      return false;
    }
    put(held, x, y);
    return true;
  }
};

int main(int count, char** words) { return measure<Model>(count, words); }
