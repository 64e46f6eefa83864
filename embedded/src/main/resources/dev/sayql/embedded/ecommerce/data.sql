-- Fills the sample shop. Needs schema.sql, PostgreSQL 13 or later and one transaction; empties the tables first, so it
-- can be run again.
-- Nothing is random: every choice follows from md5, so each load gives the same rows. Only the dates move: they count
-- back from the day of loading, which is the setting sayql.sample_date (a date) when given, else today.
-- Times are UTC whatever the session's time zone. The latest date is the day before loading.

DELETE FROM reviews;
DELETE FROM payments;
DELETE FROM order_items;
DELETE FROM orders;
DELETE FROM products;
DELETE FROM categories;
DELETE FROM regions;
DELETE FROM users;

-- Name-based (version 3 shaped) key of the n-th row of a table.
CREATE FUNCTION pg_temp.key(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT overlay(overlay(md5('sayql:' || kind || ':' || n) PLACING '3' FROM 13 FOR 1) PLACING '8' FROM 17 FOR 1)::uuid $$;

-- A fixed but scattered whole number from 0 to bound - 1.
CREATE FUNCTION pg_temp.pick(purpose text, n bigint, bound integer) RETURNS integer LANGUAGE sql IMMUTABLE AS
$$ SELECT (('x' || substr(md5(purpose || ':' || n), 1, 7))::bit(28)::integer % bound) $$;

-- The moment so many days before the day of loading, at the given minute of the UTC day.
CREATE FUNCTION pg_temp.ago(days integer, minute integer) RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT ((coalesce(nullif(current_setting('sayql.sample_date', true), '')::date, (now() AT TIME ZONE 'UTC')::date)
            - days)::timestamp + minute * interval '1 minute') AT TIME ZONE 'UTC' $$;

INSERT INTO users (user_id, email, first_name, last_name, phone, created_at, updated_at, last_login, is_active)
SELECT pg_temp.key('user', n), email, first_name, last_name, phone,
       pg_temp.ago(signed_up, 400 + 61 * n), pg_temp.ago(changed, 500 + 47 * n), pg_temp.ago(seen, 600 + 53 * n), is_active
FROM (VALUES
    (1, 'jane.smith@example.com', 'Jane', 'Smith', '+1 212 555 0101', 720, 30, 1, true),
    (2, 'michael.johnson@example.com', 'Michael', 'Johnson', '+1 415 555 0102', 655, 75, 2, true),
    (3, 'anna.schneider@example.com', 'Anna', 'Schneider', '+49 40 5550103', 540, 12, 1, true),
    (4, 'lukas.becker@example.com', 'Lukas', 'Becker', NULL, 480, 200, 8, true),
    (5, 'sophie.martin@example.com', 'Sophie', 'Martin', '+33 1 5555 0105', 365, 60, 3, true),
    (6, 'oliver.brown@example.com', 'Oliver', 'Brown', '+44 20 5550 0106', 310, 21, 24, false),
    (7, 'emily.wilson@example.com', 'Emily', 'Wilson', '+1 416 555 0107', 240, 45, 5, true),
    (8, 'yuki.tanaka@example.com', 'Yuki', 'Tanaka', NULL, 150, 90, 11, true),
    (9, 'robert.davis@example.com', 'Robert', 'Davis', '+1 617 555 0109', 420, 180, 210, false),
    (10, 'maria.rossi@example.com', 'Maria', 'Rossi', NULL, 20, 19, NULL, true)
) AS u (n, email, first_name, last_name, phone, signed_up, changed, seen, is_active);

INSERT INTO regions (region_id, region_name, country, tax_rate, shipping_cost) VALUES
    (1, 'US East', 'United States', 0.0700, 5.99),
    (2, 'US West', 'United States', 0.0850, 6.99),
    (3, 'Ontario', 'Canada', 0.1300, 9.99),
    (4, 'England', 'United Kingdom', 0.2000, 8.49),
    (5, 'Northern Germany', 'Germany', 0.1900, 7.49),
    (6, 'Southern Germany', 'Germany', 0.1900, 7.99),
    (7, 'Île-de-France', 'France', 0.2000, 8.99),
    (8, 'New South Wales', 'Australia', 0.1000, 19.99);

INSERT INTO categories (category_id, category_name, parent_category_id, description) VALUES
    (1, 'Electronics', NULL, 'Devices and everything that plugs into them'),
    (2, 'Computers', 1, 'Laptops, desktops and accessories'),
    (3, 'Mobile Devices', 1, 'Phones, tablets and watches'),
    (4, 'Audio', 1, 'Headphones, speakers and microphones'),
    (5, 'Clothing', NULL, 'What people wear'),
    (6, 'Men''s Clothing', 5, 'Clothing for men'),
    (7, 'Women''s Clothing', 5, 'Clothing for women'),
    (8, 'Home & Kitchen', NULL, 'Appliances and kitchenware'),
    (9, 'Books', NULL, NULL),
    (10, 'Sports & Outdoors', NULL, 'Training, running and camping');

INSERT INTO products (product_id, product_name, category_id, sku, description, price, cost, stock_quantity, is_active, created_at, updated_at)
SELECT pg_temp.key('product', n), product_name, category_id, sku, description, price, cost, stock_quantity, is_active,
       pg_temp.ago(added, 480 + 17 * n), pg_temp.ago(changed, 540 + 29 * n)
FROM (VALUES
    (1, 'UltraBook 14 Laptop', 2, 'COM-UB14', 'Light 14-inch laptop with 16 GB of memory', 1299.00, 912.00, 34, true, 610, 58),
    (2, 'Gaming Desktop X5', 2, 'COM-GDX5', 'Desktop computer with a dedicated graphics card', 1799.00, 1325.00, 12, true, 455, 58),
    (3, 'Mechanical Keyboard', 2, 'COM-MKEY', 'Full-size keyboard with tactile switches', 119.00, 57.50, 85, true, 700, 120),
    (4, 'Smartphone Nova 12', 3, 'MOB-NV12', '6.1-inch phone with 256 GB of storage', 899.00, 561.00, 48, true, 290, 58),
    (5, 'Tablet Air 11', 3, 'MOB-TA11', '11-inch tablet', 549.00, 352.00, 27, true, 380, 58),
    (6, 'Smartwatch Pulse', 3, 'MOB-SWPL', 'Watch with heart-rate sensor and GPS', 249.00, 128.50, 0, true, 330, 15),
    (7, 'Wireless Headphones', 4, 'AUD-WLHP', 'Over-ear headphones with noise cancelling', 199.00, 88.00, 120, true, 505, 58),
    (8, 'Bluetooth Speaker', 4, 'AUD-BTSP', 'Portable, water-resistant speaker', 79.90, 31.40, 150, true, 640, 88),
    (9, 'Studio Microphone', 4, 'AUD-SMIC', 'Condenser microphone for home studios', 149.00, 71.00, 6, false, 820, 140),
    (10, 'Classic Denim Jacket', 6, 'CLO-MDEN', NULL, 89.50, 36.00, 64, true, 560, 110),
    (11, 'Merino Wool Sweater', 7, 'CLO-WMER', 'Fine-knit sweater of merino wool', 74.00, 29.80, 9, true, 270, 33),
    (12, 'Running Shoes', 10, 'SPO-RUNS', 'Cushioned shoes for road running', 129.95, 54.00, 73, true, 415, 58),
    (13, 'Espresso Machine', 8, 'HOM-ESPR', 'Pump espresso machine with milk frother', 459.00, 268.00, 18, true, 350, 58),
    (14, 'Everyday Italian Cookbook', 9, 'BOO-ITAL', NULL, 34.90, 12.60, 210, true, 750, 300),
    (15, 'Yoga Mat', 10, 'SPO-YOGA', 'Non-slip mat, 6 mm', 39.90, 11.20, 95, false, 600, 25)
) AS p (n, product_name, category_id, sku, description, price, cost, stock_quantity, is_active, added, changed);

-- Orders first get no amounts; these follow from the items below.
INSERT INTO orders (order_id, user_id, region_id, order_date, status, total_amount, tax_amount, shipping_amount, discount_amount, shipping_address, notes)
SELECT pg_temp.key('order', n),
       pg_temp.key('user', who),
       region,
       pg_temp.ago(days_ago, 420 + pg_temp.pick('order minute', n, 900)),
       CASE
           WHEN days_ago > 4 AND pg_temp.pick('order cancelled', n, 100) < 10 THEN 'cancelled'
           WHEN days_ago <= 2 THEN 'pending'
           WHEN days_ago <= 6 THEN (ARRAY ['pending', 'processing', 'processing'])[1 + pg_temp.pick('order open', n, 3)]
           WHEN days_ago <= 12 THEN (ARRAY ['processing', 'shipped', 'shipped'])[1 + pg_temp.pick('order under way', n, 3)]
           ELSE 'delivered'
       END,
       0, 0, 0, 0,
       (ARRAY [
           '48 Madison Street, New York, NY 10016',
           '1270 Market Street, San Francisco, CA 94103',
           '95 Queen Street West, Toronto, ON M5H 2N2',
           '17 Baker Street, London NW1 6XE',
           'Elbchaussee 12, 22765 Hamburg',
           'Leopoldstraße 81, 80802 München',
           '24 Rue de Rivoli, 75004 Paris'
       ])[region],
       CASE pg_temp.pick('order notes', n, 9)
           WHEN 0 THEN 'Please leave the parcel with the neighbour'
           WHEN 1 THEN (ARRAY ['Gift wrap, please', 'Call before delivery'])[1 + n % 2]
       END
FROM (
    SELECT n, who, 90 - (n * 89 + 99) / 100 AS days_ago,
           CASE WHEN pg_temp.pick('order away', n, 10) = 0
                THEN 1 + pg_temp.pick('order region', n, 7)
                ELSE (ARRAY [1, 2, 5, 6, 7, 4, 3, 2])[who] END AS region
    FROM (
        -- Jane Smith and Anna Schneider order most, Yuki Tanaka least, two customers never.
        SELECT n, (ARRAY [1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 5, 6, 6, 7, 7, 7, 8])[1 + pg_temp.pick('order user', n, 23)] AS who
        FROM generate_series(1, 100) AS n
    ) AS chosen
) AS o;

-- One to four different products an order. Product 9 never sells.
INSERT INTO order_items (order_item_id, order_id, product_id, quantity, unit_price, discount, subtotal)
SELECT pg_temp.key('order item', n * 10 + k), pg_temp.key('order', n), product_id, quantity, unit_price, discount,
       quantity * unit_price - discount
FROM (
    SELECT n, k, product_id, quantity, unit_price,
           CASE WHEN pg_temp.pick('item discount', n * 10 + k, 6) = 0 THEN round(quantity * unit_price * 0.10, 2) ELSE 0 END AS discount
    FROM (
        SELECT n, k, p.product_id,
               CASE WHEN p.price > 400 THEN 1 ELSE 1 + pg_temp.pick('item quantity', n * 10 + k, 3) END AS quantity,
               -- Prices rose by about five percent when the product was last changed.
               CASE WHEN o.order_date < p.updated_at THEN round(p.price * 0.95, 2) ELSE p.price END AS unit_price
        FROM generate_series(1, 100) AS n
        CROSS JOIN LATERAL generate_series(1, (ARRAY [1, 1, 2, 2, 2, 3, 3, 4])[1 + pg_temp.pick('order size', n, 8)]) AS k
        JOIN orders o ON o.order_id = pg_temp.key('order', n)
        JOIN products p ON p.product_id = pg_temp.key('product',
            -- How often a product stands in the list is how well it sells; steps of 5 never meet one twice in an order.
            (ARRAY [14, 1, 1, 6, 10, 13, 4, 10, 2, 5, 4, 7, 8, 7, 8, 7, 12, 3, 12, 15, 14, 11])[1 + (pg_temp.pick('item product', n, 22) + (k - 1) * 5) % 22])
    ) AS priced
) AS lines;

-- About one order in seven carries a voucher of 5, 10 or 15 percent.
UPDATE orders o
SET discount_amount = a.discount_amount,
    tax_amount      = a.tax_amount,
    shipping_amount = a.shipping_amount,
    total_amount    = a.goods - a.discount_amount + a.tax_amount + a.shipping_amount
FROM (
    SELECT order_id, goods, discount_amount,
           round((goods - discount_amount) * tax_rate, 2)              AS tax_amount,
           CASE WHEN goods >= 500 THEN 0 ELSE shipping_cost END        AS shipping_amount
    FROM (
        SELECT pg_temp.key('order', n) AS order_id, g.goods, r.tax_rate, r.shipping_cost,
               CASE WHEN pg_temp.pick('voucher', n, 7) = 0
                    THEN round(g.goods * (ARRAY [0.05, 0.10, 0.15])[1 + pg_temp.pick('voucher size', n, 3)], 2) ELSE 0 END AS discount_amount
        FROM generate_series(1, 100) AS n
        JOIN orders ordered ON ordered.order_id = pg_temp.key('order', n)
        JOIN regions r ON r.region_id = ordered.region_id
        JOIN (SELECT order_id, sum(subtotal) AS goods FROM order_items GROUP BY order_id) AS g ON g.order_id = ordered.order_id
    ) AS discounted
) AS a
WHERE a.order_id = o.order_id;

-- Attempt 2 is the payment that counts; attempt 1 a failed try before it. Some pending orders have no payment yet.
INSERT INTO payments (payment_id, order_id, payment_method, payment_status, amount, transaction_id, payment_date)
SELECT pg_temp.key('payment', n * 10 + attempt), order_id, method, payment_status, total_amount,
       CASE WHEN payment_status <> 'pending' THEN 'TX-' || upper(substr(md5('transaction:' || n * 10 + attempt), 1, 12)) END,
       CASE WHEN payment_status <> 'pending' THEN order_date + (attempt * (2 + pg_temp.pick('payment delay', n, 25))) * interval '1 minute' END
FROM (
    SELECT n, attempt, o.order_id, o.total_amount, o.order_date,
           (ARRAY ['credit_card', 'credit_card', 'credit_card', 'paypal', 'paypal', 'debit_card', 'bank_transfer'])[1 + pg_temp.pick('payment method', n, 7)] AS method,
           CASE
               WHEN attempt = 1 THEN 'failed'
               WHEN o.status = 'pending' THEN 'pending'
               WHEN o.status = 'cancelled' THEN (ARRAY ['refunded', 'refunded', 'failed'])[1 + pg_temp.pick('payment cancelled', n, 3)]
               ELSE 'completed'
           END AS payment_status
    FROM generate_series(1, 100) AS n
    CROSS JOIN generate_series(1, 2) AS attempt
    JOIN orders o ON o.order_id = pg_temp.key('order', n)
    WHERE (attempt = 2 AND NOT (o.status = 'pending' AND pg_temp.pick('payment missing', n, 3) = 0))
       OR (attempt = 1 AND o.status NOT IN ('pending', 'cancelled') AND pg_temp.pick('payment retry', n, 14) = 0)
) AS p;

-- Customers review some of what was delivered to them. Products 3, 9 and 15 are never reviewed.
INSERT INTO reviews (review_id, product_id, user_id, rating, title, review_text, helpful_count, created_at)
SELECT pg_temp.key('review', seed), product_id, user_id, rating,
       (ARRAY ['Very disappointed', 'Not what I expected', 'Does the job', 'Really good', 'Excellent, would buy again'])[rating],
       CASE WHEN pg_temp.pick('review silent', seed, 6) > 0 THEN
           (ARRAY [
               'Broke after a few days and support was slow.',
               'The quality does not match the price.',
               'Fine for everyday use, but nothing special.',
               'Well made and quick to arrive. One small flaw, otherwise perfect.',
               'Exactly as described. I use it every day and recommend it to friends.'
           ])[rating] END,
       pg_temp.pick('review helpful', seed, 30) * pg_temp.pick('review seen', seed, 2),
       least(delivered + (3 + pg_temp.pick('review delay', seed, 15)) * interval '1 day', pg_temp.ago(1, 1380))
FROM (
    SELECT product_id, user_id, seed, delivered,
           greatest(1, least(5, 5 - (ARRAY [0, 0, 0, 1, 1, 1, 2, 3, 4])[1 + pg_temp.pick('review rating', seed, 9)]
               - CASE WHEN sku IN ('COM-GDX5', 'CLO-MDEN') THEN 1 ELSE 0 END)) AS rating,
           row_number() OVER (ORDER BY pg_temp.pick('review chosen', seed, 100000), seed) AS place
    FROM (
        SELECT i.product_id, o.user_id, p.sku, min(o.order_date) AS delivered,
               -- Numbers the pair of customer and product without depending on the order of rows.
               ('x' || substr(md5(o.user_id::text || i.product_id::text), 1, 7))::bit(28)::bigint AS seed
        FROM orders o
        JOIN order_items i ON i.order_id = o.order_id
        JOIN products p ON p.product_id = i.product_id
        WHERE o.status = 'delivered' AND p.sku NOT IN ('COM-MKEY', 'AUD-SMIC', 'SPO-YOGA')
        GROUP BY i.product_id, o.user_id, p.sku
    ) AS bought
) AS candidates
WHERE place <= 46;

DROP FUNCTION pg_temp.key(text, bigint);
DROP FUNCTION pg_temp.pick(text, bigint, integer);
DROP FUNCTION pg_temp.ago(integer, integer);
