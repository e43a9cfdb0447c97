"""Who a contact reaches and what a call is worth: sections (c) and (e) of the ranking model, as `RankingModel` has them."""
from __future__ import annotations

from typing import Any

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F

from fixedpoint import Solution, solve


def reach(people: DataFrame, contacts: DataFrame, arcs: DataFrame, seeker: str, ranking: dict[str, Any]) -> DataFrame:
    """`people`, the seeker left out, with `isContact`, `introduction` (sigma), `share` (lambda), `familiarity` (m), `reach` (s)."""
    degrees = arcs.groupBy("src").agg(F.count("*").alias("degree"))
    met = contacts.where(F.col("person") != seeker).groupBy("person").agg(
        F.min("days").alias("days"), F.coalesce(F.max("hasMet"), F.lit(False)).alias("hasMet"))
    active = met.join(degrees, met.person == degrees.src).select(
        "person", "hasMet", "degree",
        (F.coalesce(F.exp(-F.greatest("days", F.lit(0.0)) / ranking["introductionFadeDays"]), F.lit(0.0))
         * F.pow("degree", F.lit(ranking["introducerDegreeExponent"]))).alias("activity")).persist()
    count, mean_degree = active.agg(F.count("*"), F.coalesce(F.avg("degree"), F.lit(1.0))).first()
    count, floor = max(1, count), ranking["reachFloor"] * mean_degree ** ranking["introducerDegreeExponent"]
    others = people.where(F.col("id") != seeker)
    known = others.join(active, others.id == active.person, "left").select(
        others["*"], F.col("person").isNotNull().alias("isContact"), _introduction(ranking).alias("introduction"))
    mutual = arcs.join(active, arcs.dst == active.person).groupBy("src").agg(
        F.count("*").alias("shared"), F.sum("activity").alias("activity"))
    near = known.join(mutual, known.id == mutual.src, "left").drop("src").join(degrees, known.id == degrees.src, "left")
    weight = F.when(~F.col("isContact") & (F.col("shared") > 0), (
        F.col("activity") + floor) * F.pow("degree", F.lit(ranking["reachDegreeExponent"]))).otherwise(0.0)
    near = near.drop("src").withColumn("weight", weight).persist()
    total = near.agg(F.sum("weight")).first()[0] or 1.0
    near = near.withColumn("share", F.col("weight") / total)
    reached = arcs.join(near.where("share > 0").select("id", "share"), arcs.dst == F.col("id")).groupBy("src").agg(
        F.sum("share").alias("reachedShare"))
    familiarity = F.least(F.lit(1.0), (F.coalesce("shared", F.lit(0)) + 0.5) / count)
    theta = ranking["familiarityShare"]
    return near.join(reached, near.id == reached.src, "left").withColumn(
        "reachedShare", F.coalesce("reachedShare", F.lit(0.0))).withColumn("familiarity", familiarity).withColumn(
        "reach", (1 - theta) * F.col("reachedShare") + theta * F.col("familiarity")).drop(
        "src", "activity", "degree", "shared", "weight")


def _introduction(ranking: dict[str, Any]) -> Column:
    """sigma: how likely someone who has answered introduces the seeker."""
    if ranking["repeatsReplyForIntroduction"]:
        return F.col("reply")
    return F.when(F.col("hasMet"), ranking["introductionAfterMeetingProbability"]).otherwise(ranking["introductionProbability"])


def values(reached: DataFrame, arcs: DataFrame, ranking: dict[str, Any]) -> Solution:
    """What a call to each `id` of `reach` is worth: V."""
    theta, gamma = ranking["familiarityShare"], ranking["introductionDiscount"]
    strangers = reached.where("isKnown AND NOT isContact").agg(F.avg("direct")).first()[0] or 0.0
    stranger = max(ranking["directValue"]["minimumStrangerValue"], strangers)
    discount = gamma * F.col("reply") * F.col("introduction")
    base = F.col("reply") * F.col("direct") + discount * theta * F.col("familiarity") * stranger
    equations = reached.select(
        "id", base.alias("start"), "share",
        (discount * (1 - theta) / F.greatest(F.lit(1.0), F.col("reachedShare"))).alias("factor"), base.alias("base"),
        F.lit(0.0).alias("jump"))
    leading = arcs.join(reached.where("share > 0").select("id"), arcs.src == F.col("id"), "left_semi")
    return solve(equations, leading, ranking["valueTolerance"], ranking["maximumSweeps"], "max")
