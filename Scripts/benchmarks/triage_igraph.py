"""What a data engineer would write in an afternoon with python-igraph: a network a line in, its two lists a line out.

PageRank personalized to the seeker over ties and talks, and the days since the last word in each open thread against the limit of
the playbook. No rules, no probabilities, no reasons, no calendars: it is the floor of what `rebound batch - --jsonl` does.

    python3 triage_igraph.py DAY < networks.jsonl > lists.jsonl
"""
import datetime
import json
import sys

import igraph

LIMIT_DAYS, MOST = 14, 20


def ranking(network):
    """The people the seeker's walk reaches most, best first."""
    number = {person["id"]: position for position, person in enumerate(network["people"])}
    seeker = network["seeker"]
    weights = {}
    for tie in network.get("ties", []):
        pair = number[tie["from"]], number[tie["to"]]
        weights[pair] = weights.get(pair, 0) + tie.get("strength", 0.5)
    for talk in network.get("interactions", []):
        for person in talk["people"]:
            pair = number[seeker], number[person]
            weights[pair] = weights.get(pair, 0) + 1
    graph = igraph.Graph(n=len(number), edges=list(weights), directed=False)
    scores = graph.personalized_pagerank(damping=0.85, reset_vertices=[number[seeker]], weights=list(weights.values()),
                                         directed=False)
    names = [person["name"] for person in network["people"]]
    order = sorted((place for place in range(len(names)) if place != number[seeker]), key=lambda place: -scores[place])
    return [{"name": names[place], "score": scores[place]} for place in order[:MOST]]


def stalled(network, today):
    """The open threads whose last word was the seeker's and is older than the limit, oldest first."""
    last = {}
    for talk in network.get("interactions", []):
        date = talk["date"][:10]
        if date > today.isoformat():
            continue
        for person in talk["people"]:
            thread = person, talk.get("thread") or talk.get("opportunity")
            if thread not in last or last[thread][0] <= date:
                last[thread] = date, talk["direction"], talk.get("closesThread", False)
    found = []
    for (person, thread), (date, direction, closed) in last.items():
        days = (today - datetime.date.fromisoformat(date)).days
        if direction == "outgoing" and not closed and days > LIMIT_DAYS:
            found.append({"person": person, "thread": thread, "days": days})
    return sorted(found, key=lambda entry: -entry["days"])


def main():
    today = datetime.date.fromisoformat(sys.argv[1])
    for line in sys.stdin:
        network = json.loads(line)
        answer = {"id": network.get("title"), "next": ranking(network), "stalled": stalled(network, today)}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
