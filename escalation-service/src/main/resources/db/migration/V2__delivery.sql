-- What has to reach an endpoint beside the topic; written with the escalation's events in one transaction.
create table delivery (
    id            bigint generated always as identity primary key, -- also the order within an escalation
    endpoint      text        not null,
    event_id      text        not null,
    escalation_id text        not null,
    ticket_id     text        not null,
    change        text        not null,
    ends          boolean     not null, -- the escalation's last word: it is never given up
    body          text        not null,
    state         text        not null default 'WAITING',
    attempts      integer     not null default 0,
    due_at        timestamptz not null,
    claimed_until timestamptz,          -- an attempt is under way; after this time it is believed to have died
    created_at    timestamptz not null,
    delivered_at  timestamptz,
    unique (endpoint, event_id)
);
create index delivery_due on delivery (endpoint, due_at, id) where state = 'WAITING';
create index delivery_in_order on delivery (endpoint, escalation_id, id);
create index delivery_created on delivery (created_at);
-- a queue is small or growing fast; statistics of a quiet moment mislead the planner
alter table delivery set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

-- Each attempt, for whoever asks why something did not arrive.
create table delivery_attempt (
    delivery_id bigint      not null references delivery on delete cascade,
    number      integer     not null,
    at          timestamptz not null,
    status      integer,             -- null: no answer
    problem     text,                -- null: delivered
    millis      integer     not null,
    primary key (delivery_id, number, at)
);

-- How an endpoint is doing, for all replicas together.
create table delivery_endpoint (
    name             text    primary key,
    failures         integer not null default 0, -- in a row
    resumes_at       timestamptz,                -- no attempt before this
    disabled_at      timestamptz,
    disabled_because text
);
