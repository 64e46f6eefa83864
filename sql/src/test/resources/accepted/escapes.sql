-- strings of all kinds
SELECT 'it''s', E'a\nb', $$dollar 'quoted'$$, U&'\0041', 'a\b', B'101', X'1F'
