-- Counting open clocks anew after a policy with other calendars became active: how far that has come, so that whoever
-- goes on after a crash knows.
create table recount (
    policy       text        not null,
    activated_at timestamptz not null,
    entered      bigint      not null generated always as identity,
    round        int         not null default 1,
    after_due_at timestamptz not null default 'epoch',
    after_ticket text        not null default '',
    not_before   timestamptz not null default statement_timestamp(),
    ended_at     timestamptz, -- null while there may be tickets left
    primary key (policy, activated_at)
);
