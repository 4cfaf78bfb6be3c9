-- How well escalations are handled, by whom and where they spend their time (S46, S54).
alter table escalation
    add column author text,        -- who asked; null: a rule
    add column trigger text,
    add column path text,
    add column completeness integer,
    add column rating integer,     -- null: not rated
    add column quality numeric(5, 2),
    add column acknowledged_at timestamptz,
    add column resolved_at timestamptz;

-- An escalation's time in each state and level.
create table escalation_stay (
    escalation_id text        not null,
    state         text        not null,
    level         integer     not null,
    entered_at    timestamptz not null,
    left_at       timestamptz,     -- null: it is there now
    primary key (escalation_id, entered_at, state, level)
);
create index escalation_stay_now on escalation_stay (escalation_id) where left_at is null;
create index escalation_stay_entered on escalation_stay (entered_at);
