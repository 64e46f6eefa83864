CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE TYPE payment_state AS ENUM ('pending', 'completed', 'failed', 'refunded', 'a', 'b');
CREATE DOMAIN score AS integer CHECK (VALUE >= 0);

CREATE TABLE users (user_id uuid, email text, first_name varchar, last_name varchar, phone varchar,
  created_at timestamptz, updated_at timestamptz, last_login timestamptz, is_active bool);
INSERT INTO users SELECT ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid,
  (ARRAY['anna', 'ben', 'Carla', 'dörte'])[n % 4 + 1] || n || '@' || (ARRAY['example.com', 'test.org'])[n % 2 + 1],
  (ARRAY['Anna', 'Ben', 'Carla', 'Dörte'])[n % 4 + 1], (ARRAY['Smith', 'Öztürk', 'de la Cruz'])[n % 3 + 1],
  CASE WHEN n % 5 <> 0 THEN '+49 30 ' || 1000 + n END,
  timestamptz '2024-01-01 08:00+00' + n * interval '37 hours', timestamptz '2024-02-01 08:00+00' + n * interval '41 hours',
  CASE WHEN n % 3 <> 0 THEN timestamptz '2024-06-01 08:00+00' + n * interval '7 hours' END, n % 7 <> 0
FROM generate_series(1, 20) n;

CREATE TABLE regions (region_id int, region_name varchar, country varchar, tax_rate numeric, shipping_cost numeric);
INSERT INTO regions VALUES (1, 'Bavaria', 'Germany', 0.19, 4.9), (2, 'Berlin', 'Germany', 0.19, 3.9),
  (3, 'Texas', 'USA', 0.08, 9.5), (4, 'Kyoto', 'Japan', 0.1, 12), (5, 'Empty', 'Nowhere', 0, 0);

CREATE TABLE categories (category_id int, category_name varchar, parent_category_id int, description text);
INSERT INTO categories VALUES (1, 'Electronics', NULL, 'all'), (2, 'Computers', 1, NULL), (3, 'Laptops', 2, 'portable'),
  (4, 'Books', NULL, NULL);

CREATE TABLE products (product_id uuid, product_name varchar, category_id int, sku varchar, description text, price numeric,
  cost numeric, stock_quantity int, is_active bool, created_at timestamptz, updated_at timestamptz);
INSERT INTO products SELECT ('10000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 'Product ' || n, n % 4 + 1,
  'SKU-' || n, CASE WHEN n % 2 = 0 THEN 'A fine product' END, n * 9.99, n * 4.5, n * 3, n % 6 <> 0,
  timestamptz '2024-01-01+00' + n * interval '1 day', timestamptz '2024-02-01+00' + n * interval '1 day'
FROM generate_series(1, 12) n;

CREATE TABLE orders (order_id uuid, user_id uuid, region_id int, order_date timestamptz, status varchar,
  total_amount numeric, tax_amount numeric, shipping_amount numeric, discount_amount numeric, shipping_address text, notes text);
INSERT INTO orders SELECT ('20000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid,
  ('00000000-0000-0000-0000-' || lpad((n * 7 % 20 + 1)::text, 12, '0'))::uuid, n % 4 + 1,
  timestamptz '2024-01-05 10:00+00' + n * interval '53 hours',
  (ARRAY['pending', 'shipped', 'delivered', 'cancelled', 'processing'])[n % 5 + 1], n * 17.35, n * 1.1, n % 3 * 4.9, n % 4 * 2.5,
  n || ' Main Street', CASE WHEN n % 4 = 0 THEN 'leave at the door' END
FROM generate_series(1, 60) n;

CREATE TABLE order_items (order_item_id uuid, order_id uuid, product_id uuid, quantity int, unit_price numeric,
  discount numeric, subtotal numeric);
INSERT INTO order_items SELECT ('30000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid,
  ('20000000-0000-0000-0000-' || lpad((n % 60 + 1)::text, 12, '0'))::uuid,
  ('10000000-0000-0000-0000-' || lpad((n * 5 % 12 + 1)::text, 12, '0'))::uuid, n % 3 + 1, n % 12 * 9.99, n % 5, n * 2.5
FROM generate_series(1, 120) n;

CREATE TABLE payments (payment_id uuid, order_id uuid, payment_method varchar, payment_status payment_state, amount numeric,
  transaction_id varchar, payment_date timestamptz);
INSERT INTO payments SELECT ('40000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid,
  ('20000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, (ARRAY['card', 'paypal', 'transfer'])[n % 3 + 1],
  (ARRAY['pending', 'completed', 'failed', 'refunded'])[n % 4 + 1]::payment_state, n * 17.35, 'T' || n,
  timestamptz '2024-01-06+00' + n * interval '53 hours'
FROM generate_series(1, 60) n;

CREATE TABLE reviews (review_id uuid, product_id uuid, user_id uuid, rating int, title varchar, review_text text,
  helpful_count int, created_at timestamptz);
INSERT INTO reviews SELECT ('50000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid,
  ('10000000-0000-0000-0000-' || lpad((n % 12 + 1)::text, 12, '0'))::uuid,
  ('00000000-0000-0000-0000-' || lpad((n % 20 + 1)::text, 12, '0'))::uuid, n % 5 + 1, 'Title ' || n,
  'I would buy this red shoe again ' || n, n % 9, timestamptz '2024-03-01+00' + n * interval '11 hours'
FROM generate_series(1, 30) n;

CREATE TABLE customers (id int, email citext, attributes hstore, score score);
INSERT INTO customers VALUES (1, 'A@Example.com', 'a=>1, b=>x', 3), (2, 'a@example.com', 'b=>2', 5), (3, 'Z@test.org', NULL, 9),
  (4, NULL, '', NULL);

CREATE TABLE events (id bigint, payload jsonb, raw json, tags text[], during tstzrange, document tsvector, doc xml,
  happened timestamp, day date);
INSERT INTO events VALUES
  (1, '{"name": "x", "a": 1, "b": [1, 2], "amount": "12.5", "items": [{"sku": "s1", "price": 5, "n": 2}, {"sku": "s2", "price": 7, "n": 1}]}',
    '{"x": 1, "y": {"z": [1]}}', ARRAY['x', 'y'], '[2024-01-01, 2024-02-01)', to_tsvector('pg_catalog.english', 'red shoes'), NULL,
    '2024-01-03 10:15', '2024-01-03'),
  (2, '{"name": "y", "a": 2, "b": [3], "amount": "7", "text": "the quick shoe", "items": []}', '{"x": 2}', ARRAY['a'],
    '[2024-03-01, 2024-03-05]', to_tsvector('pg_catalog.english', 'blue hat'), NULL, '2024-02-03 23:59', '2024-02-03'),
  (3, '{}', '[]', '{}', 'empty', '', NULL, NULL, NULL);

CREATE TABLE "Mixed Case" ("Id" int, "order" int, "user" text);
INSERT INTO "Mixed Case" VALUES (1, 2, 'a'), (2, 0, 'b');
CREATE SCHEMA sales;
CREATE TABLE sales.targets (region_id int, quarter date, amount numeric);
INSERT INTO sales.targets VALUES (1, '2024-01-01', 500), (2, '2024-01-01', 700), (9, '2024-04-01', 1);
CREATE TABLE sales.orders (id int, region_id int, amount numeric);
INSERT INTO sales.orders VALUES (1, 1, 90), (2, 1, 30), (3, 2, 5);
CREATE SCHEMA hr;
CREATE TABLE hr.salaries (user_id uuid, salary numeric);
CREATE VIEW revenue_by_region AS SELECT r.region_name AS region, sum(o.total_amount) AS revenue
  FROM orders o JOIN regions r USING (region_id) GROUP BY 1;
CREATE VIEW top_selling_products AS SELECT p.product_name AS product, sum(i.quantity) AS sold
  FROM products p JOIN order_items i USING (product_id) GROUP BY 1;
CREATE MATERIALIZED VIEW daily_sales AS SELECT order_date::date AS day, sum(total_amount) AS total FROM orders GROUP BY 1;
CREATE TABLE measurements (id int, value float8, taken timestamptz) PARTITION BY RANGE (taken);
CREATE TABLE measurements_2024 PARTITION OF measurements FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
INSERT INTO measurements SELECT n, n * 1.5, timestamptz '2024-05-01+00' + n * interval '1 hour' FROM generate_series(1, 10) n;
