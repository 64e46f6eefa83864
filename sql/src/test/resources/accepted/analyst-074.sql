-- as an analyst or a model writes it
select string_to_array('a,b', ','), array['a']::text[] <@ tags from events
