-- not_a_query: runs a program
COPY (SELECT 1) TO PROGRAM 'id'
