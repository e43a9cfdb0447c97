import csv
import sys


def groups(file):
    found = {}
    for row in csv.DictReader(open(file)):
        found.setdefault(row["leiden"], set()).add(row["node"])
    return sorted(map(sorted, found.values()))


assert len(groups(sys.argv[1])) == 4, groups(sys.argv[1])
assert groups(sys.argv[1]) == groups(sys.argv[2])
