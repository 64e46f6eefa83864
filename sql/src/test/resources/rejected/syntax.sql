-- syntax_error: not SQL
SELEC 1
