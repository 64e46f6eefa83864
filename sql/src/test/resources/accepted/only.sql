-- without the children
SELECT count(*) FROM ONLY measurements
