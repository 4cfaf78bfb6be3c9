-- How many tickets routing has given to an agent since his window began (routing.fairShare of the policy).
alter table agent add column assigned int not null default 0;
alter table agent add column assigned_since timestamptz not null default 'epoch';
