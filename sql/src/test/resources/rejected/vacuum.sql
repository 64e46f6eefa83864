-- not_a_query: maintenance
VACUUM
