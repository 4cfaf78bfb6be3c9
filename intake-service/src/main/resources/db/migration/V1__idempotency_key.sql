-- Keys of requests that create something (architecture 3.2). A row is claimed before the event is produced and marked
-- after Kafka has acknowledged it; in between a repetition produces the same event with the same id again.
create table idempotency_key (
    tenant      text        not null,
    key         text        not null,
    body_hash   text        not null,
    resource_id text        not null,
    received_at timestamptz not null,
    claimed_by  uuid        not null,
    claimed_at  timestamptz not null,
    accepted_at timestamptz,
    primary key (tenant, key)
);
create index idempotency_key_received_at on idempotency_key (received_at);
