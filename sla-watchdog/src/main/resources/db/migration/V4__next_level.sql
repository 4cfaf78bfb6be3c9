-- When the next level of a ticket's clocks is due, so that one that was never decided can be found.
alter table watch add column next_level_at timestamptz;
alter table watch add column swept_at timestamptz; -- when it was last looked at for that
update watch set next_level_at = (
    select min((ledger -> 'armed' ->> 'dueAt')::timestamptz) from jsonb_array_elements(state -> 'ledgers') as ledger);
create index watch_next_level on watch (next_level_at) where next_level_at is not null;
