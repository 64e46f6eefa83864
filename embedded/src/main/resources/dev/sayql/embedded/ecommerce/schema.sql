-- The sample shop: users order products from a category tree; orders ship to regions, are paid for and reviewed.
-- Plain SQL for PostgreSQL 13 and later. Creates everything in schema public and holds no data; data.sql fills it.
-- All amounts are in US dollars.

CREATE TABLE users (
    user_id    uuid        NOT NULL CONSTRAINT users_pkey PRIMARY KEY,
    email      text        NOT NULL CONSTRAINT users_email_key UNIQUE CONSTRAINT users_email_check CHECK (email LIKE '%_@_%'),
    first_name text        NOT NULL,
    last_name  text        NOT NULL,
    phone      text,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    last_login timestamptz,
    is_active  boolean     NOT NULL DEFAULT true,
    CONSTRAINT users_updated_at_check CHECK (updated_at >= created_at),
    CONSTRAINT users_last_login_check CHECK (last_login >= created_at)
);

COMMENT ON TABLE users IS 'Customers with an account in the shop, including those who never ordered';
COMMENT ON COLUMN users.user_id IS 'Identifies the customer';
COMMENT ON COLUMN users.email IS 'E-mail address, unique for each customer';
COMMENT ON COLUMN users.first_name IS 'Given name';
COMMENT ON COLUMN users.last_name IS 'Family name';
COMMENT ON COLUMN users.phone IS 'Telephone number in international form; NULL when the customer gave none';
COMMENT ON COLUMN users.created_at IS 'When the customer signed up';
COMMENT ON COLUMN users.updated_at IS 'When the account was last changed';
COMMENT ON COLUMN users.last_login IS 'When the customer last signed in; NULL when never';
COMMENT ON COLUMN users.is_active IS 'False when the account is closed; closed accounts keep their orders';

CREATE TABLE regions (
    region_id     integer       NOT NULL CONSTRAINT regions_pkey PRIMARY KEY,
    region_name   text          NOT NULL CONSTRAINT regions_region_name_key UNIQUE,
    country       text          NOT NULL,
    tax_rate      numeric(5, 4) NOT NULL CONSTRAINT regions_tax_rate_check CHECK (tax_rate >= 0 AND tax_rate < 1),
    shipping_cost numeric(10, 2) NOT NULL CONSTRAINT regions_shipping_cost_check CHECK (shipping_cost >= 0)
);

COMMENT ON TABLE regions IS 'Places the shop delivers to; a country can have several regions';
COMMENT ON COLUMN regions.region_id IS 'Identifies the region';
COMMENT ON COLUMN regions.region_name IS 'Name of the region, unique';
COMMENT ON COLUMN regions.country IS 'Country the region lies in, in English';
COMMENT ON COLUMN regions.tax_rate IS 'Sales tax or VAT as a fraction: 0.19 means 19 percent';
COMMENT ON COLUMN regions.shipping_cost IS 'Standard shipping charge of one order in US dollars';

CREATE TABLE categories (
    category_id        integer NOT NULL CONSTRAINT categories_pkey PRIMARY KEY,
    category_name      text    NOT NULL CONSTRAINT categories_category_name_key UNIQUE,
    parent_category_id integer CONSTRAINT categories_parent_category_id_fkey REFERENCES categories (category_id),
    description        text,
    CONSTRAINT categories_parent_check CHECK (parent_category_id <> category_id)
);

CREATE INDEX categories_parent_category_id_idx ON categories (parent_category_id);

COMMENT ON TABLE categories IS 'Product categories, a tree: Electronics holds Computers, Mobile Devices and Audio';
COMMENT ON COLUMN categories.category_id IS 'Identifies the category';
COMMENT ON COLUMN categories.category_name IS 'Name of the category, unique';
COMMENT ON COLUMN categories.parent_category_id IS 'Category this one belongs to; NULL at the top of the tree';
COMMENT ON COLUMN categories.description IS 'What the category holds; NULL when not described';

CREATE TABLE products (
    product_id     uuid           NOT NULL CONSTRAINT products_pkey PRIMARY KEY,
    product_name   text           NOT NULL,
    category_id    integer        NOT NULL CONSTRAINT products_category_id_fkey REFERENCES categories (category_id),
    sku            text           NOT NULL CONSTRAINT products_sku_key UNIQUE,
    description    text,
    price          numeric(10, 2) NOT NULL CONSTRAINT products_price_check CHECK (price >= 0),
    cost           numeric(10, 2) NOT NULL CONSTRAINT products_cost_check CHECK (cost >= 0),
    stock_quantity integer        NOT NULL DEFAULT 0 CONSTRAINT products_stock_quantity_check CHECK (stock_quantity >= 0),
    is_active      boolean        NOT NULL DEFAULT true,
    created_at     timestamptz    NOT NULL DEFAULT now(),
    updated_at     timestamptz    NOT NULL DEFAULT now(),
    CONSTRAINT products_updated_at_check CHECK (updated_at >= created_at)
);

CREATE INDEX products_category_id_idx ON products (category_id);
CREATE INDEX products_product_name_idx ON products (product_name);

COMMENT ON TABLE products IS 'Articles of the shop, including those no longer offered';
COMMENT ON COLUMN products.product_id IS 'Identifies the product';
COMMENT ON COLUMN products.product_name IS 'Name shown in the shop';
COMMENT ON COLUMN products.category_id IS 'Category the product is filed under, always the most specific one';
COMMENT ON COLUMN products.sku IS 'Stock keeping unit, unique';
COMMENT ON COLUMN products.description IS 'Text shown in the shop; NULL when there is none';
COMMENT ON COLUMN products.price IS 'Current list price of one unit in US dollars, without tax';
COMMENT ON COLUMN products.cost IS 'What one unit costs the shop in US dollars; price minus cost is the margin';
COMMENT ON COLUMN products.stock_quantity IS 'Units on hand; 0 means out of stock';
COMMENT ON COLUMN products.is_active IS 'False when the product is no longer offered';
COMMENT ON COLUMN products.created_at IS 'When the product was added';
COMMENT ON COLUMN products.updated_at IS 'When the product was last changed';

CREATE TABLE orders (
    order_id         uuid           NOT NULL CONSTRAINT orders_pkey PRIMARY KEY,
    user_id          uuid           NOT NULL CONSTRAINT orders_user_id_fkey REFERENCES users (user_id),
    region_id        integer        NOT NULL CONSTRAINT orders_region_id_fkey REFERENCES regions (region_id),
    order_date       timestamptz    NOT NULL DEFAULT now(),
    status           text           NOT NULL DEFAULT 'pending'
        CONSTRAINT orders_status_check CHECK (status IN ('pending', 'processing', 'shipped', 'delivered', 'cancelled')),
    total_amount     numeric(12, 2) NOT NULL CONSTRAINT orders_total_amount_check CHECK (total_amount >= 0),
    tax_amount       numeric(12, 2) NOT NULL DEFAULT 0 CONSTRAINT orders_tax_amount_check CHECK (tax_amount >= 0),
    shipping_amount  numeric(12, 2) NOT NULL DEFAULT 0 CONSTRAINT orders_shipping_amount_check CHECK (shipping_amount >= 0),
    discount_amount  numeric(12, 2) NOT NULL DEFAULT 0 CONSTRAINT orders_discount_amount_check CHECK (discount_amount >= 0),
    shipping_address text           NOT NULL,
    notes            text
);

CREATE INDEX orders_user_id_idx ON orders (user_id);
CREATE INDEX orders_region_id_idx ON orders (region_id);
CREATE INDEX orders_order_date_idx ON orders (order_date);
CREATE INDEX orders_status_idx ON orders (status);

COMMENT ON TABLE orders IS 'Orders placed by customers; cancelled orders stay, with their amounts';
COMMENT ON COLUMN orders.order_id IS 'Identifies the order';
COMMENT ON COLUMN orders.user_id IS 'Customer who placed the order';
COMMENT ON COLUMN orders.region_id IS 'Region the order is delivered to';
COMMENT ON COLUMN orders.order_date IS 'When the order was placed';
COMMENT ON COLUMN orders.status IS 'pending, processing, shipped, delivered or cancelled';
COMMENT ON COLUMN orders.total_amount IS 'What the customer pays in US dollars: sum of the items'' subtotals - discount_amount + tax_amount + shipping_amount';
COMMENT ON COLUMN orders.tax_amount IS 'Tax in US dollars: the region''s tax rate on the subtotals after discount_amount';
COMMENT ON COLUMN orders.shipping_amount IS 'Shipping charge in US dollars; 0 from 500 dollars of goods on';
COMMENT ON COLUMN orders.discount_amount IS 'Discount on the whole order in US dollars, beside the items'' own discounts; 0 when none';
COMMENT ON COLUMN orders.shipping_address IS 'Where the order is delivered';
COMMENT ON COLUMN orders.notes IS 'What the customer asked for; NULL when nothing';

CREATE TABLE order_items (
    order_item_id uuid           NOT NULL CONSTRAINT order_items_pkey PRIMARY KEY,
    order_id      uuid           NOT NULL CONSTRAINT order_items_order_id_fkey REFERENCES orders (order_id) ON DELETE CASCADE,
    product_id    uuid           NOT NULL CONSTRAINT order_items_product_id_fkey REFERENCES products (product_id),
    quantity      integer        NOT NULL CONSTRAINT order_items_quantity_check CHECK (quantity > 0),
    unit_price    numeric(10, 2) NOT NULL CONSTRAINT order_items_unit_price_check CHECK (unit_price >= 0),
    discount      numeric(10, 2) NOT NULL DEFAULT 0 CONSTRAINT order_items_discount_check CHECK (discount >= 0),
    subtotal      numeric(12, 2) NOT NULL,
    CONSTRAINT order_items_order_id_product_id_key UNIQUE (order_id, product_id),
    CONSTRAINT order_items_subtotal_check CHECK (subtotal = quantity * unit_price - discount AND subtotal >= 0)
);

CREATE INDEX order_items_product_id_idx ON order_items (product_id);

COMMENT ON TABLE order_items IS 'Lines of an order: one row a product and order';
COMMENT ON COLUMN order_items.order_item_id IS 'Identifies the line';
COMMENT ON COLUMN order_items.order_id IS 'Order the line belongs to';
COMMENT ON COLUMN order_items.product_id IS 'Product ordered';
COMMENT ON COLUMN order_items.quantity IS 'Units ordered';
COMMENT ON COLUMN order_items.unit_price IS 'Price of one unit in US dollars when ordered; can differ from the current price';
COMMENT ON COLUMN order_items.discount IS 'Discount on the whole line in US dollars; 0 when none';
COMMENT ON COLUMN order_items.subtotal IS 'quantity * unit_price - discount, in US dollars, without tax and shipping';

CREATE TABLE payments (
    payment_id     uuid           NOT NULL CONSTRAINT payments_pkey PRIMARY KEY,
    order_id       uuid           NOT NULL CONSTRAINT payments_order_id_fkey REFERENCES orders (order_id) ON DELETE CASCADE,
    payment_method text           NOT NULL
        CONSTRAINT payments_payment_method_check CHECK (payment_method IN ('credit_card', 'debit_card', 'paypal', 'bank_transfer')),
    payment_status text           NOT NULL DEFAULT 'pending'
        CONSTRAINT payments_payment_status_check CHECK (payment_status IN ('pending', 'completed', 'failed', 'refunded')),
    amount         numeric(12, 2) NOT NULL CONSTRAINT payments_amount_check CHECK (amount >= 0),
    transaction_id text           CONSTRAINT payments_transaction_id_key UNIQUE,
    payment_date   timestamptz,
    CONSTRAINT payments_pending_check CHECK ((payment_status = 'pending') = (payment_date IS NULL))
);

CREATE INDEX payments_order_id_idx ON payments (order_id);
CREATE INDEX payments_payment_status_idx ON payments (payment_status);
CREATE INDEX payments_payment_date_idx ON payments (payment_date);

COMMENT ON TABLE payments IS 'Attempts to pay for orders; an order can have a failed attempt before a completed one, or none yet';
COMMENT ON COLUMN payments.payment_id IS 'Identifies the payment';
COMMENT ON COLUMN payments.order_id IS 'Order paid for';
COMMENT ON COLUMN payments.payment_method IS 'credit_card, debit_card, paypal or bank_transfer';
COMMENT ON COLUMN payments.payment_status IS 'pending, completed, failed or refunded; only completed payments are money received and kept';
COMMENT ON COLUMN payments.amount IS 'Amount in US dollars, always the order''s total_amount';
COMMENT ON COLUMN payments.transaction_id IS 'Reference of the payment provider, unique; NULL while pending';
COMMENT ON COLUMN payments.payment_date IS 'When the payment was completed, failed or was made before its refund; NULL while pending';

CREATE TABLE reviews (
    review_id     uuid        NOT NULL CONSTRAINT reviews_pkey PRIMARY KEY,
    product_id    uuid        NOT NULL CONSTRAINT reviews_product_id_fkey REFERENCES products (product_id),
    user_id       uuid        NOT NULL CONSTRAINT reviews_user_id_fkey REFERENCES users (user_id),
    rating        integer     NOT NULL CONSTRAINT reviews_rating_check CHECK (rating BETWEEN 1 AND 5),
    title         text        NOT NULL,
    review_text   text,
    helpful_count integer     NOT NULL DEFAULT 0 CONSTRAINT reviews_helpful_count_check CHECK (helpful_count >= 0),
    created_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT reviews_product_id_user_id_key UNIQUE (product_id, user_id)
);

CREATE INDEX reviews_user_id_idx ON reviews (user_id);
CREATE INDEX reviews_rating_idx ON reviews (rating);

COMMENT ON TABLE reviews IS 'What customers think of products they bought; at most one review a customer and product';
COMMENT ON COLUMN reviews.review_id IS 'Identifies the review';
COMMENT ON COLUMN reviews.product_id IS 'Product reviewed';
COMMENT ON COLUMN reviews.user_id IS 'Customer who wrote the review';
COMMENT ON COLUMN reviews.rating IS 'Stars from 1 (worst) to 5 (best)';
COMMENT ON COLUMN reviews.title IS 'Headline of the review';
COMMENT ON COLUMN reviews.review_text IS 'The review itself; NULL when only stars and a title were given';
COMMENT ON COLUMN reviews.helpful_count IS 'How many other customers found the review helpful';
COMMENT ON COLUMN reviews.created_at IS 'When the review was written';

CREATE VIEW revenue_by_region AS
SELECT r.region_id,
       r.region_name,
       r.country,
       count(o.order_id)                     AS total_orders,
       coalesce(sum(o.total_amount), 0)      AS total_revenue,
       round(avg(o.total_amount), 2)         AS average_order_value
FROM regions r
LEFT JOIN orders o ON o.region_id = r.region_id AND o.status <> 'cancelled'
GROUP BY r.region_id, r.region_name, r.country;

COMMENT ON VIEW revenue_by_region IS 'Orders and revenue of each region, regions without orders included; cancelled orders do not count';
COMMENT ON COLUMN revenue_by_region.region_id IS 'Identifies the region';
COMMENT ON COLUMN revenue_by_region.region_name IS 'Name of the region';
COMMENT ON COLUMN revenue_by_region.country IS 'Country the region lies in';
COMMENT ON COLUMN revenue_by_region.total_orders IS 'Number of orders that are not cancelled';
COMMENT ON COLUMN revenue_by_region.total_revenue IS 'Sum of orders.total_amount in US dollars, tax and shipping included; 0 without orders';
COMMENT ON COLUMN revenue_by_region.average_order_value IS 'Mean orders.total_amount in US dollars; NULL without orders';

CREATE VIEW top_selling_products AS
SELECT p.product_id,
       p.product_name,
       c.category_name,
       sum(i.quantity)            AS units_sold,
       count(DISTINCT i.order_id) AS order_count,
       sum(i.subtotal)            AS total_revenue
FROM products p
JOIN categories c ON c.category_id = p.category_id
JOIN order_items i ON i.product_id = p.product_id
JOIN orders o ON o.order_id = i.order_id AND o.status <> 'cancelled'
GROUP BY p.product_id, p.product_name, c.category_name;

COMMENT ON VIEW top_selling_products IS 'Units and revenue of each product that was ever sold, not sorted; cancelled orders do not count';
COMMENT ON COLUMN top_selling_products.product_id IS 'Identifies the product';
COMMENT ON COLUMN top_selling_products.product_name IS 'Name of the product';
COMMENT ON COLUMN top_selling_products.category_name IS 'Name of the product''s category';
COMMENT ON COLUMN top_selling_products.units_sold IS 'Units sold';
COMMENT ON COLUMN top_selling_products.order_count IS 'Number of orders with the product';
COMMENT ON COLUMN top_selling_products.total_revenue IS 'Sum of order_items.subtotal in US dollars, without tax and shipping';

CREATE VIEW customer_lifetime_value AS
SELECT u.user_id,
       u.email,
       u.first_name,
       u.last_name,
       count(o.order_id)                AS total_orders,
       coalesce(sum(o.total_amount), 0) AS lifetime_value,
       round(avg(o.total_amount), 2)    AS average_order_value,
       min(o.order_date)                AS first_order_date,
       max(o.order_date)                AS last_order_date
FROM users u
LEFT JOIN orders o ON o.user_id = u.user_id AND o.status <> 'cancelled'
GROUP BY u.user_id, u.email, u.first_name, u.last_name;

COMMENT ON VIEW customer_lifetime_value IS 'What each customer has spent so far, customers without orders included; cancelled orders do not count';
COMMENT ON COLUMN customer_lifetime_value.user_id IS 'Identifies the customer';
COMMENT ON COLUMN customer_lifetime_value.email IS 'E-mail address';
COMMENT ON COLUMN customer_lifetime_value.first_name IS 'Given name';
COMMENT ON COLUMN customer_lifetime_value.last_name IS 'Family name';
COMMENT ON COLUMN customer_lifetime_value.total_orders IS 'Number of orders that are not cancelled';
COMMENT ON COLUMN customer_lifetime_value.lifetime_value IS 'Sum of orders.total_amount in US dollars; 0 without orders';
COMMENT ON COLUMN customer_lifetime_value.average_order_value IS 'Mean orders.total_amount in US dollars; NULL without orders';
COMMENT ON COLUMN customer_lifetime_value.first_order_date IS 'When the first order was placed; NULL without orders';
COMMENT ON COLUMN customer_lifetime_value.last_order_date IS 'When the latest order was placed; NULL without orders';
