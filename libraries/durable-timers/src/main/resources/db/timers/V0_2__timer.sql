-- "Wake me at": one row for each thing that is due later. The database's clock says what is due.
create table timer (
    key       text        primary key,
    ticket_id text        not null,
    kind      text        not null,
    due_at    timestamptz not null,
    payload   text        not null
);
create index timer_due on timer (due_at);
-- timers come and go: clean up by count, not by share of a table that may be large
alter table timer set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 20000, fillfactor = 90);
