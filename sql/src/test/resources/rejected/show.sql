-- not_a_query: settings
SHOW data_directory
