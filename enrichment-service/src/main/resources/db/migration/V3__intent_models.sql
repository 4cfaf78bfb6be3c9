-- The models that are kept: of those that this version of the service can read, the one with the greatest place is live.
create table intent_model (
    version           text             primary key,
    place             bigint           not null,
    format            text             not null,
    learnt_at         timestamptz      not null,
    tickets           integer          not null,
    resolved_from     timestamptz,
    resolved_to       timestamptz,
    accuracy          double precision not null,
    calibration_error double precision not null,
    measured_on       integer          not null,
    embedding_below   double precision,
    content           bytea            not null
);
-- numbers do not shrink
alter table intent_model alter column content set storage external;

-- what a person has taken back, and what was worse than the live model: it does not come back by itself
create table refused_model (
    version    text        primary key,
    refused_at timestamptz not null default clock_timestamp()
);
