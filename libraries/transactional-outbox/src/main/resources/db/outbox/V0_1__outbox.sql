-- Events that a committed transaction has to say; the relay publishes them in order and deletes them.
create table outbox (
    id          bigint generated always as identity primary key,
    shard       smallint    not null,
    topic       text        not null,
    key         text        not null,
    event_id    text        not null,
    sequence    bigint,
    event_time  timestamptz not null,
    value       text,
    traceparent text
);
-- a queue is small or growing fast; statistics of a quiet moment mislead the planner
alter table outbox set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
