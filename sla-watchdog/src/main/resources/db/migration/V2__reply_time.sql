-- Times from acceptance to first reply of each agent, and of all under the empty name, as a quantile sketch.
create table reply_time (
    agent_id text primary key,
    sketch   bytea -- null in the transaction that learns the first
);
