-- Rises with every change of an agent's row, also when only his load was told: a decision reads what has changed since
-- the last one, not a thousand agents. Drawn under the routing lock, so it rises in the order of the commits.
create sequence agent_change;
alter table agent add column changed bigint not null default nextval('agent_change');
create index agent_changed on agent (changed);
