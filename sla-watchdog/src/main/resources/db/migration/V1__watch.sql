-- What the watchdog knows of each ticket: facts in any order of arrival, the levels that are decided, sequences.
create table watch (
    ticket_id   text        primary key,
    state       jsonb,                -- null in the transaction that first hears of the ticket
    next_due_at timestamptz -- the earliest deadline of a running clock
);
create index watch_next_due on watch (next_due_at, ticket_id) where next_due_at is not null;
-- every record rewrites its ticket's row
alter table watch set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

-- Every change of a clock as it was told on sla.clocks: why is it due then?
create table clock_change (
    ticket_id text   not null,
    sequence  bigint not null,
    body      jsonb  not null,
    primary key (ticket_id, sequence)
);

-- Sequences of sla.timers. A table of its own, so that firing a timer waits for no decision on its ticket.
create table timer_sequence (
    ticket_id text   primary key,
    sequence  bigint not null
);
alter table timer_sequence set (fillfactor = 80);

-- Who can be given work now, as routing said last.
create table agent_presence (
    agent_id text   primary key,
    sequence bigint not null,
    presence text   not null
);
