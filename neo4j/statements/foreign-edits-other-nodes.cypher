// How many nodes have no label that Wijk knows.
MATCH (n)
WHERE none(label IN labels(n) WHERE label IN $in.known)
RETURN labels(n) AS labels, count(*) AS count
ORDER BY labels
