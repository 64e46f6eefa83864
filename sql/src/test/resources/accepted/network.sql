-- network addresses
SELECT '10.0.0.1'::inet << '10.0.0.0/8'::cidr, host('10.0.0.1'::inet)
