-- A ticket's facts and what was published of them. The state is the truth; the other columns are what queries need.
create table ticket_case (
    id               text    primary key,
    revision         bigint  not null,
    state            jsonb   not null,
    organization_key text,
    domain_key       text,
    account_id       text,
    open             boolean not null,
    pending          boolean not null
) with (fillfactor = 80);
-- open tickets that an account's change concerns
create index ticket_case_account on ticket_case (account_id) where open;
create index ticket_case_organization on ticket_case (organization_key) where open;
create index ticket_case_domain on ticket_case (domain_key) where open;
create index ticket_case_pending on ticket_case (id) where pending;

-- profile is null after a deletion: the place on the topic must be remembered
create table account (
    id             text        primary key,
    profile        jsonb,
    topic_offset   bigint      not null,
    told_at        timestamptz not null
);
-- how a ticket finds its account: org:<source>/<organisation id>, domain:<e-mail domain>
create table account_key (
    key        text not null,
    account_id text not null references account (id),
    primary key (key, account_id)
);
create index account_key_account on account_key (account_id);
