-- as an analyst or a model writes it
select "order", "user" from "Mixed Case"
