-- Tickets by what makes them one incident, for the customers whom an outage affects.
create table incident_ticket (
    ticket_id  text        primary key,
    cause      text        not null,
    account_id text        not null,
    opened_at  timestamptz not null,
    over       boolean     not null
);
create index incident_ticket_cause on incident_ticket (cause, opened_at) where not over;
create index incident_ticket_opened on incident_ticket (opened_at);

-- An outage that was escalated; later ones of the same cause belong to it for as long as the policy says.
create table incident (
    escalation_id text        primary key,
    cause         text        not null,
    began_at      timestamptz not null
);
create index incident_cause on incident (cause, began_at);

-- Who was told; that makes it once.
create table customer_notice (
    escalation_id text not null references incident on delete cascade,
    account_id    text not null,
    primary key (escalation_id, account_id)
);
