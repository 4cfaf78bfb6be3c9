-- When an endpoint's quiet hours are over; what is tried early because an endpoint came back is not tried before this.
alter table delivery add column not_before timestamptz;
update delivery set not_before = created_at;
alter table delivery alter column not_before set not null;
