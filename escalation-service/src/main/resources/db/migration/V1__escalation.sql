-- What escalation knows of each ticket: facts in any order of arrival, its escalations, the sequence.
create table ticket (
    id          text    primary key,
    state       jsonb,               -- null in the transaction that first hears of the ticket
    look_at     timestamptz,         -- when time alone changes something; a timer stands for it
    known_since timestamptz,         -- when the ticket itself was heard of; null: only activity so far
    reached_t1  boolean not null default false,
    reached_t2  boolean not null default false,
    escalated   boolean not null default false,
    t1_to_t2    boolean not null default false,
    t2_to_t3    boolean not null default false
);
create index ticket_known_since on ticket (known_since) where known_since is not null;
-- every record rewrites its ticket's row
alter table ticket set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

-- Each escalation as it was told last: for lists, and to find an escalation's ticket.
create table escalation (
    id        text        primary key,
    ticket_id text        not null,
    state     text        not null,
    level     integer     not null,
    type      text        not null,
    opened_at timestamptz not null,
    body      jsonb       not null
);
create index escalation_opened on escalation (opened_at, id);
create index escalation_state on escalation (state, opened_at, id);
create index escalation_ticket on escalation (ticket_id);

-- Deadlines that were missed, for accounts whose risk counts them.
create table account_breach (
    account_id text        not null,
    ticket_id  text        not null,
    clock      text        not null,
    cycle      integer     not null,
    at         timestamptz not null,
    primary key (account_id, ticket_id, clock, cycle)
);
