-- Queues are served in the order of the waiting line (docs/scheduling.md). What the line keeps of a ticket is in its state;
-- these columns repeat what finding the first ones needs.
alter table ticket add column band text;
alter table ticket add column ripe_at timestamptz;
alter table ticket add column number bigint;

-- Drawn under the routing lock, a block for each transaction.
create sequence queue_number increment by 100000;

-- Who waits already is looked at when its deadline passes, at the latest, and gets its place then.
update ticket set band = case_file::jsonb->'score'->>'band', ripe_at = due_at, number = 0 where pool is not null;

drop index ticket_pool;
drop index ticket_queue;
create index ticket_ripe on ticket (pool, ripe_at, number) where pool is not null;
create index ticket_in_time on ticket (pool, band, due_at, number) where pool is not null;
create index ticket_queue_ripe on ticket (queue, ripe_at, number) where pool is not null;
create index ticket_queue_in_time on ticket (queue, band, due_at, number) where pool is not null;
