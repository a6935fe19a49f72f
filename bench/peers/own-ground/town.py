"""Scenario `minimal` in Mesa: everybody an agent with friends, asked every hour; no other mechanism.

Usage: town.py FILE SEED, FILE as `play.mjs people` writes it.
"""

import json
import math
import sys
import time
from pathlib import Path

import mesa

IDLE, OUT, RESTING, SPENT = range(4)
MOST_RINGING = 16


class Person(mesa.Agent):
    def __init__(self, model, home, hardship, fear, movable):
        super().__init__(model)
        self.home = home
        self.hardship = hardship
        self.fear = fear
        self.movable = movable
        self.status = IDLE
        self.until = 0
        self.friends = []

    def consider(self):
        """Comes back from a rest, or decides whether to go and is reached by a call or by a friend."""
        model = self.model
        if self.status == RESTING and self.until == model.hour:
            self.status = IDLE
        if self.status != IDLE or not self.movable:
            return
        mood = model.moods[self.home]
        ties = 0
        for friend in self.friends:
            if friend.status == OUT:
                ties += 1
        if self.hardship * mood["openness"] + mood["tieWeight"] * ties + mood["push"] <= self.fear * mood["risk"]:
            return
        hazard = mood["reach"] + mood["tie"] * min(ties, MOST_RINGING)
        if hazard > 0 and self.random.random() < 1 - math.exp(-hazard):
            model.joiners.append(self)

    def go_home(self):
        model = self.model
        rule = model.rule
        luck = self.random.random()
        if luck < rule["spentShare01"]:
            self.status = SPENT
            return
        self.status = RESTING
        self.until = model.next_dawn(self.home)
        if luck < rule["spentShare01"] + rule["tiredShare01"]:
            self.until += int(self.random.expovariate(1) * rule["restDays"] * 24)


class Town(mesa.Model):
    def __init__(self, given, seed):
        super().__init__(rng=seed)
        self.rule = given["rule"]
        self.asked = given["asked"]
        self.hour = 0
        self.joiners, self.outside = [], []
        columns = zip(given["home"], given["hardship"], given["fear"], given["movable"], strict=True)
        everybody = [Person(self, *row) for row in columns]
        for person, friends in zip(everybody, given["friends"], strict=True):
            person.friends = [everybody[n] for n in friends]

    def next_dawn(self, home):
        hour = self.hour + 1
        while hour < len(self.asked) and not self.asked[hour][home]["dawn"]:
            hour += 1
        return hour

    def step(self):
        """Everybody is asked with the world as it was, then those who leave go and those who were asked come."""
        self.moods = self.asked[self.hour]
        self.agents.do("consider")
        leavers = [person for person in self.outside if person.until <= self.hour]
        for person in leavers:
            person.go_home()
        for person in self.joiners:
            person.status = OUT
            person.until = self.hour + 1 + int(self.random.expovariate(1) * self.rule["stayHours"])
        self.outside = [person for person in self.outside if person.status == OUT] + self.joiners
        self.joined = len(self.joiners)
        self.joiners = []
        self.hour += 1


def main():
    given = json.loads(Path(sys.argv[1]).read_text())
    town = Town(given, int(sys.argv[2]))
    joined, turnout = [], []
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in given["asked"]:
        town.step()
        joined.append(town.joined)
        turnout.append(len(town.outside))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    result = {"people": len(given["home"]), "hours": len(given["asked"]), "wallS": wall, "cpuS": cpu}
    result |= {"joined": joined, "turnout": turnout, "version": f"Mesa {mesa.__version__}, Python {sys.version.split()[0]}"}
    print(json.dumps(result))


main()
