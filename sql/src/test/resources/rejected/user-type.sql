-- type_not_allowed: the owner's type
SELECT 'x'::public.score
