-- A ticket as routing knows it. The documents are records of ticket-decisions and ticket-contracts; the columns beside
-- them are what queries need.
create table ticket (
    id            text primary key,
    state         jsonb not null,
    case_file     text,                          -- newest version of tickets.scored, null before the first
    route         text,                          -- last record of tickets.routed
    decision      text,
    queue         text,
    pool          text,                          -- who serves it while it waits; null: it does not wait
    due_at        timestamptz,
    waiting_since timestamptz,
    agent_id      text,
    counted       boolean not null default false, -- uses its owner's capacity
    accepted      boolean not null default false,
    wake_at       timestamptz,
    review_at     timestamptz
);
create index ticket_pool on ticket (pool, due_at, id) where pool is not null;
create index ticket_queue on ticket (queue, due_at, id) where pool is not null;
create index ticket_load on ticket (agent_id) where counted;
create index ticket_offered on ticket (agent_id) where counted and not accepted;
create index ticket_wake on ticket (wake_at) where wake_at is not null;
create index ticket_review on ticket (review_at, id) where review_at is not null;

create sequence agent_revision;
create table agent (
    id            text primary key,
    profile       jsonb,                          -- null: no longer registered
    revision      bigint not null default nextval('agent_revision'),
    record_offset bigint not null default -1,     -- newest record of the topic agents that was taken in
    presence      text not null default 'OFFLINE', -- nobody is given work before he says that he is there
    since         timestamptz not null default now(),
    turn          bigint not null default 0,      -- number of the last assignment, counted over all agents
    sequence      bigint not null default 0,      -- of the last record on agents.activity
    told          text not null default ''        -- what it said
);
