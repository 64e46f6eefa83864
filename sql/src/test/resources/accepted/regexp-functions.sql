-- regular expressions
SELECT regexp_replace(phone, '[^0-9]', '', 'g'), regexp_match(email, '@(.+)$'), (regexp_match(email, '@(.+)$'))[1], substring(email from '@(.*)$'), regexp_split_to_array(email, '@'), regexp_count(email, 'a') FROM users
