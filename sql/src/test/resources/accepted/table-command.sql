-- TABLE is a short SELECT
TABLE regions
