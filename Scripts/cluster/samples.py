"""Invented data of any size: R-MAT graphs, and a referral network as a network file and as tables of the same facts."""
from __future__ import annotations

import datetime
import json
import pathlib
import random
from typing import Any

import pyarrow
import pyarrow.parquet
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

AS_OF = datetime.date(2026, 4, 10)
SEEKER = "seeker"
# The chances by which R-MAT descends into a quarter of the matrix (Graph500).
QUARTERS = (0.57, 0.19, 0.19)
EDGES_A_NODE = 16


def rmat(spark: SparkSession, scale: int, seed: int = 1) -> DataFrame:
    """The ties of an R-MAT graph of 2^`scale` nodes: 16 edges drawn a node, loops and repetitions among them."""
    top, left, right = QUARTERS[0], QUARTERS[0] + QUARTERS[1], sum(QUARTERS)
    source, target = F.lit(0).cast("long"), F.lit(0).cast("long")
    for level in range(scale):
        drawn = F.pmod(F.xxhash64("id", F.lit(level), F.lit(seed)), F.lit(1 << 30)) / float(1 << 30)
        source = source * 2 + (drawn >= left).cast("long")
        target = target * 2 + (((drawn >= top) & (drawn < left)) | (drawn >= right)).cast("long")
    return spark.range(EDGES_A_NODE << scale).select(source.alias("from"), target.alias("to"))


class ReferralNetwork:
    """An invented search among `count` people: companies with departments, ties, referrals, and contacts written to."""

    def __init__(self, count: int, seed: int = 7):
        self._random = random.Random(seed)
        self.people = [f"p{number:07}" for number in range(count)]
        self.companies = [f"c{number:06}" for number in range(max(2, count // 12))]
        self.jobs = {person: self._job() for person in self.people}
        self.ties = self._ties(2 * count)
        self.contacts = {person: self._random.randrange(1, 200) for person in self._some(max(5, count // 20))}
        # Of one office one person is called at a time; so each contact gets an office and a line in the call list.
        for contact, company in zip(self.contacts, self._random.sample(self.companies, len(self.contacts))):
            self.jobs[contact]["company"] = company
        self.threads = [self._random.sample(sorted(self.contacts), 3) for _ in range(len(self.contacts) // 10)]
        self.referrals = self._referrals(len(self.contacts) // 5)

    def _some(self, count: int) -> list[str]:
        return sorted(self._random.sample(self.people, count))

    def _job(self) -> dict[str, str]:
        title = self._random.choice(["Engineering manager", "Director, Data", "Analyst", "Software engineer", None])
        department = self._random.choice(["Data", "Engineering", "Finance", None])
        job = {"company": self._random.choice(self.companies), "title": title, "department": department}
        return {name: value for name, value in job.items() if value}

    def _ties(self, count: int) -> dict[tuple[str, str], float | None]:
        """Pairs with the recorded strength of their tie; every other end is a neighbor of someone who has many."""
        ends = list(self.people)
        ties: dict[tuple[str, str], float | None] = {}
        for _ in range(count):
            one, other = sorted([self._random.choice(self.people), self._random.choice(ends)])
            if one != other:
                ties[one, other] = self._random.choice([None, 0.2, 0.4, 0.6, 0.8])
                ends.append(other)
        return ties

    def _referrals(self, count: int) -> list[tuple[str, str]]:
        strangers = sorted(set(self.people) - set(self.contacts))
        pairs = {(self._random.choice(sorted(self.contacts)), self._random.choice(strangers)) for _ in range(count)}
        return sorted(pairs)

    def _day(self, days: int) -> str:
        return (AS_OF - datetime.timedelta(days=days)).isoformat()

    def file(self) -> dict[str, Any]:
        """The network as Rebound reads it."""
        talks = [{"date": self._day(days), "people": [person], "channel": "meeting", "direction": "mutual"}
                 for person, days in self.contacts.items()]
        letters = [{"date": self._day(250), "people": thread, "channel": "email", "direction": "incoming"}
                   for thread in self.threads]
        return {
            "format": "rebound-network", "version": 1, "title": "An invented network", "seeker": SEEKER,
            "people": [{"id": SEEKER, "name": "The seeker"}] + [
                {"id": person, "name": f"Person {person}", "employments": [self.jobs[person]]} for person in self.people],
            "companies": [{"id": company, "name": f"Company {company}"} for company in self.companies],
            "ties": [{"from": one, "to": other, "kind": "knows"} | ({"strength": strength} if strength else {})
                     for (one, other), strength in self.ties.items()],
            "referrals": [{"from": one, "to": other, "given": self._day(300)} for one, other in self.referrals],
            "interactions": letters + talks,
        }

    def _kinds(self) -> dict[str, tuple[str | None, bool]]:
        referred = {other for _, other in self.referrals}
        return {person: (self.jobs[person].get("title"), person in referred)
                for person in self.people if person not in self.contacts}

    def an_example_each(self) -> dict[tuple[str | None, bool], str]:
        """A stranger of each kind; those of one kind all have the same chance to reply and the same direct value."""
        return {kind: person for person, kind in reversed(self._kinds().items())}

    def a_company_to_reach(self) -> str:
        """Where a neighbor of a contact works who is no contact."""
        strangers = [end for pair in self.ties for end, other in (pair, pair[::-1])
                     if other in self.contacts and end not in self.contacts]
        return self.jobs[strangers[0]]["company"]

    def write_tables(self, folder: pathlib.Path, listed: dict[str, dict[str, Any]],
                     by_kind: dict[tuple[str | None, bool], dict[str, Any]], given_chance: float) -> None:
        """The tables that `giant` reads.

        `listed` and `by_kind` are what Rebound says people and kinds of strangers are worth; a contact in neither (it is
        too soon to write to them) gets zeros. `given_chance` is the policy's `givenReferralTieProbability`.
        """
        ties = [row for (one, other), strength in self.ties.items()
                for row in ((one, other, strength), (other, one, strength))]
        ties += [(one, other, given_chance) for one, other in self.referrals]
        kinds = self._kinds()
        write(folder / "ties", ["from", "to", "chance"], ties)
        write(folder / "groups", ["group", "person"],
              [(f"thread {number}", person) for number, thread in enumerate(self.threads) for person in thread])
        write(folder / "contacts", ["person", "days", "hasMet"],
              [(person, float(days), True) for person, days in self.contacts.items()])
        rows = []
        for person in self.people:
            said = listed.get(person) or (by_kind[kinds[person]] if person in kinds else None)
            direct = said["direct"] if said else {"value": 0.0, "isKnown": False}
            job, reply = self.jobs[person], said["replyProbability"] if said else 0.0
            rows.append((person, job["company"], job.get("department"), reply, direct["value"], direct["isKnown"]))
        write(folder / "people", ["id", "company", "department", "reply", "direct", "isKnown"], rows)


TYPES = {"chance": pyarrow.float64(), "days": pyarrow.float64(), "reply": pyarrow.float64(), "direct": pyarrow.float64(),
         "isKnown": pyarrow.bool_(), "hasMet": pyarrow.bool_()}


def write(folder: pathlib.Path, names: list[str], rows: list[tuple]) -> None:
    """A table as a folder with one Parquet file; columns that are no numbers hold text."""
    folder.mkdir(parents=True, exist_ok=True)
    columns = [pyarrow.array([row[place] for row in rows], TYPES.get(name, pyarrow.string()))
               for place, name in enumerate(names)]
    pyarrow.parquet.write_table(pyarrow.table(columns, names=names), folder / "part-0.parquet")
