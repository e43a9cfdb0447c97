"""The tables of a network too large for one machine, and who knows each other by them."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from problems import Problem

# What a table may have beyond its first columns, with what stands in for it.
COLUMNS: dict[str, tuple[list[str], dict[str, Any]]] = {
    "ties": (["from", "to"], {"chance": None}),
    "groups": (["group", "person"], {}),
    "contacts": (["person"], {"days": None, "hasMet": False}),
    "people": (["id", "reply", "direct", "isKnown"], {"company": None, "department": None, "isClosed": False}),
}


@dataclass(frozen=True)
class Tables:
    """The tables of a folder; `None` for one that is not there."""

    ties: DataFrame
    groups: DataFrame | None
    contacts: DataFrame | None
    people: DataFrame | None


def read(spark: SparkSession, folder: str) -> Tables:
    """Reads and checks the Parquet tables of a folder: `ties`, and what there is of the others."""
    found = {name: _table(spark, folder, name) for name in COLUMNS}
    if found["ties"] is None:
        raise Problem(f"{folder}: no table ties (Parquet, with the columns from and to)", status=66)
    if (found["contacts"] is None) != (found["people"] is None):
        raise Problem(f"{folder}: who is worth a call takes both tables, contacts and people; only one is there")
    tables = Tables(**found)
    _refuse_other_types(folder, tables)
    _refuse(tables.ties, "from IS NULL OR to IS NULL", f"{folder}/ties: a tie without both ends")
    _refuse(tables.ties, "chance <= 0 OR chance > 1 OR isnan(chance)", f"{folder}/ties: a chance outside (0, 1]")
    if tables.people is not None:
        _refuse(tables.people, "id IS NULL", f"{folder}/people: someone without an id")
        _refuse(tables.people.groupBy("id").count(), "count > 1", f"{folder}/people: an id that stands there twice")
        _refuse(tables.people, "NOT (reply BETWEEN 0 AND 1) OR reply IS NULL", f"{folder}/people: a reply outside [0, 1]")
        _refuse(tables.people, "NOT (direct >= 0 AND direct < double('inf')) OR direct IS NULL",
                f"{folder}/people: a direct value that is no number of at least 0")
    return tables


def _table(spark: SparkSession, folder: str, name: str) -> DataFrame | None:
    path = spark._jvm.org.apache.hadoop.fs.Path(f"{folder}/{name}")
    if not path.getFileSystem(spark._jsc.hadoopConfiguration()).exists(path):
        return None
    table = spark.read.parquet(f"{folder}/{name}")
    needed, optional = COLUMNS[name]
    missing = [column for column in needed if column not in table.columns]
    if missing:
        raise Problem(f"{folder}/{name}: no column {', '.join(missing)}; it has {', '.join(table.columns)}")
    for column, value in optional.items():
        if column not in table.columns:
            kind = {"chance": "double", "days": "double", "isClosed": "boolean", "hasMet": "boolean"}.get(column, "string")
            table = table.withColumn(column, F.lit(value).cast(kind))
    return table.select(*needed, *optional)


def _refuse_other_types(folder: str, tables: Tables) -> None:
    """One that stands for a person in two ways would be two people."""
    kinds = {f"{name}.{column}": dict(table.dtypes)[column] for name, table, columns in [
        ("ties", tables.ties, ["from", "to"]), ("groups", tables.groups, ["person"]),
        ("contacts", tables.contacts, ["person"]), ("people", tables.people, ["id"])] if table is not None
        for column in columns}
    if len(set(kinds.values())) > 1:
        raise Problem(f"{folder}: people stand in columns of different types: "
                      + ", ".join(f"{column} {kind}" for column, kind in kinds.items()))


def _refuse(table: DataFrame, condition: str, message: str) -> None:
    row = table.where(condition).first()
    if row is not None:
        raise Problem(f"{message}: {row.asDict()}")


def acquaintances(tables: Tables, seeker: Any, policy: dict[str, Any]) -> DataFrame:
    """Who knows each other: `src` and `dst`, each pair in both directions, and `chance`, that one introduces to the other.

    The projection of `ReferralAnalysis`: ties, groups of people who were in one talk, colleagues of one department, and
    everyone of a company with few people on record; the seeker knows the contacts, and no one through anything else.
    """
    projection, ranking = policy["projection"], policy["ranking"]
    known = tables.ties.select(F.col("from").alias("src"), F.col("to").alias("dst"), "chance")
    known = known.union(tables.ties.select("to", "from", F.lit(None).cast("double")))
    if tables.groups is not None:
        known = known.union(_pairs(tables.groups, "group", "person", projection["groupThreadAtMostPeople"]))
    known = known.withColumn("isRecorded", F.lit(True))
    if tables.people is not None and projection["infersTiesFromEmployers"]:
        known = known.union(_colleagues(tables.people, projection).withColumn("isRecorded", F.lit(False)))
    known = known.where("src <> dst")
    if seeker is not None and tables.contacts is not None:
        known = known.where((F.col("src") != seeker) & (F.col("dst") != seeker))
        met = tables.contacts.where(F.col("person") != seeker).select("person").distinct()
        me, chance, yes = F.lit(seeker), F.lit(1.0), F.lit(True)
        known = known.union(met.select(me, "person", chance, yes)).union(met.select("person", me, chance, yes))
    unknown = F.when(F.max("isRecorded"), 1.0).otherwise(ranking["inferredTieFactor"]) * ranking["unknownTieProbability"]
    return known.groupBy("src", "dst").agg(F.coalesce(F.max("chance"), unknown).alias("chance"))


def _colleagues(people: DataFrame, projection: dict[str, Any]) -> DataFrame:
    team = F.struct("company", "department")
    at_work = people.where("company IS NOT NULL")
    departments = _pairs(at_work.where("department IS NOT NULL").withColumn("team", team), "team", "id")
    return departments.union(_pairs(at_work, "company", "id", projection["smallCompanyAtMostPeople"]))


def _pairs(table: DataFrame, group: str, person: str, most: int | None = None) -> DataFrame:
    """All pairs of each group, of groups of `most` people at the most."""
    members = table.select(F.col(group).alias("group"), F.col(person).alias("member"))
    if most is not None:
        small = members.groupBy("group").count().where(F.col("count") <= most).select("group")
        members = members.join(small, "group", "left_semi")
    others = members.select("group", F.col("member").alias("other"))
    return members.join(others, "group").where("member <> other").select(
        F.col("member").alias("src"), F.col("other").alias("dst"), F.lit(None).cast("double").alias("chance"))
