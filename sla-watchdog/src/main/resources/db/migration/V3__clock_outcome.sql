-- How clocks came out, by day: warned and breached, warned for nothing, breached unwarned, kept unwarned, closed to beat
-- the clock. A clock that comes out otherwise by a late fact is taken back where it was counted first.
create table clock_outcome (
    day     date   not null,
    clock   text   not null,
    outcome text   not null,
    clocks  bigint not null,
    primary key (day, clock, outcome)
);
alter table clock_outcome set (fillfactor = 70);
