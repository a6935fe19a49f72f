"""Model I in Mesa, in the way of Mesa's own example: cells, agents that live on them, `shuffle_do`.

The disc is a grid class of its own that connects a cell with the sites of the disc, so that a view is the
direct neighbourhood and Mesa's own cache keeps it. No data collector: counts are kept as they change.
"""

import json
import math
import resource
import sys
import time

import mesa
from mesa.discrete_space import CellAgent, Grid, OrthogonalMooreGrid

LEGITIMACY, THRESHOLD, ARREST_CONSTANT, LONGEST_TERM = 0.82, 0.1, 2.3, 30


class DiscGrid(Grid):
    """Each cell is connected with those within a Euclidean radius of 7."""

    def _connect_cells_2d(self):
        reach = range(-7, 8)
        offsets = [(x, y) for x in reach for y in reach if 0 < x * x + y * y <= 49]
        for cell in self.all_cells:
            self._connect_single_cell_2d(cell, offsets)


class Actor(CellAgent):
    def move(self):
        free = [cell for cell in self.cell.neighborhood if cell.is_empty]
        if free:
            self.move_to(self.random.choice(free))


class Citizen(Actor):
    def __init__(self, model):
        super().__init__(model)
        self.hardship = self.random.random()
        self.risk_aversion = self.random.random()
        self.grievance = self.hardship * (1 - LEGITIMACY)
        self.active = False
        self.jailed = False
        self.arrested_at = None
        self.release_tick = 0

    def step(self):
        if self.jailed:
            return
        self.move()
        cops, actives = 0, 1
        for neighbor in self.cell.neighborhood.agents:
            if isinstance(neighbor, Cop):
                cops += 1
            elif neighbor.active:
                actives += 1
        risk = 1 - math.exp(-ARREST_CONSTANT * (cops // actives))
        now = self.grievance - self.risk_aversion * risk > THRESHOLD
        self.model.active_count += now - self.active
        self.active = now

    def come_back(self):
        cell = self.arrested_at
        if not cell.is_empty:
            free = [c for c in cell.neighborhood if c.is_empty]
            cell = self.random.choice(free) if free else next((c for c in self.model.grid.all_cells if c.is_empty), None)
        if cell is None:
            return False
        self.move_to(cell)
        self.jailed = False
        return True


class Cop(Actor):
    def step(self):
        self.move()
        seen = [a for a in self.cell.neighborhood.agents if isinstance(a, Citizen) and a.active]
        if seen:
            self.model.jail(self.random.choice(seen))


class CivilViolence(mesa.Model):
    def __init__(self, side, neighbourhood, seed):
        super().__init__(rng=seed)
        kind = DiscGrid if neighbourhood == "disc" else OrthogonalMooreGrid
        self.grid = kind((side, side), torus=True, capacity=1, random=self.random)
        self.active_count = 0
        self.in_jail = []
        self.tick = 0
        self.agent_count = round(0.70 * side * side)
        self.cop_count = round(0.04 * side * side)
        places = list(self.grid.all_cells)
        self.random.shuffle(places)
        for i in range(self.agent_count + self.cop_count):
            (Citizen if i < self.agent_count else Cop)(self).move_to(places[i])

    def jail(self, taken):
        taken.arrested_at = taken.cell
        taken.cell = None
        taken.active = False
        taken.jailed = True
        taken.release_tick = self.tick + self.random.randint(1, LONGEST_TERM)
        self.active_count -= 1
        self.in_jail.append(taken)

    def step(self):
        self.agents.shuffle_do("step")
        self.tick += 1
        self.in_jail = [held for held in self.in_jail if held.release_tick > self.tick or not held.come_back()]


def resident_bytes():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def main():
    side, warm, ticks, neighbourhood, seed = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], int(sys.argv[5])
    before = resident_bytes()
    model = CivilViolence(side, neighbourhood, seed)
    for _ in range(warm):
        model.step()
    active = jailed = 0
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in range(ticks):
        model.step()
        active += model.active_count
        jailed += len(model.in_jail)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    all_ticks = ticks * model.agent_count
    result = {"agents": model.agent_count, "cops": model.cop_count, "ticks": ticks, "wallS": wall, "cpuS": cpu}
    result |= {"active01": active / all_ticks, "jailed01": jailed / all_ticks, "rssBytes": resident_bytes() - before}
    result |= {"version": f"Mesa {mesa.__version__}, Python {sys.version.split()[0]}"}
    print(json.dumps(result))


main()
